// SPDX-License-Identifier: EUPL-1.2
// Words that people make a password of first, written by ourselves: a password of only one of them, with
// numbers and signs around it or twice in a row, is guessed. Without signs and capitals.
#pragma once

#include <string_view>

namespace wegwijzer::accounts {

inline constexpr std::string_view common_words[] = {
    // What it is for.
    "wachtwoord", "wachtwoordje", "geheim", "geheimpje", "geheimwachtwoord", "mijnwachtwoord",
    "nieuwwachtwoord", "tijdelijk", "tijdelijkwachtwoord", "welkom", "welkomterug", "welkomthuis", "inloggen",
    "toegang", "sleutel", "hallo", "hallohallo", "goedemorgen", "goedendag", "opensesame", "sesamopenu",
    "laatmebinnen", "vergeten", "wachtwoordvergeten", "ikbenhet", "ikweethetniet", "geenidee", "standaard",
    "computer", "internet", "beheerder", "gebruiker", "password", "passwords", "passw", "passwort", "secret",
    "mysecret", "mypassword", "newpassword", "temporary", "temppassword", "welcome", "welcomeback", "letmein",
    "login", "access", "hello", "helloworld", "master", "superuser", "superman", "admin", "administrator",
    "root", "guest", "default", "changeme", "changemenow", "changeit", "test", "testtest", "testing",
    "tester", "demo", "user", "username", "trustno", "whatever", "iforgot", "idontknow", "opensource",
    "iloveyou", "iloveu", "ilovemyself", "lovelove", "loveyou", "monkey", "dragon", "shadow", "sunshine",
    "princess", "football", "baseball", "basketball", "starwars", "pokemon", "minecraft", "batman",
    "spiderman", "superheld", "hunter", "killer", "freedom", "forever",
    // People and animals.
    "mama", "papa", "mamaenpapa", "papaenmama", "oma", "opa", "omaenopa", "schatje", "liefje", "lieverd",
    "schatjes", "ikhouvanjou", "ikhouvanmama", "kusjes", "knuffel", "poepie", "snoepje", "moppie", "prinses",
    "prinsesje", "engel", "engeltje", "vlinder", "vlindertje", "bloem", "bloemetje", "zonnetje", "zonnebloem",
    "zonneschijn", "regenboog", "sterretje", "hond", "hondje", "poes", "poesje", "katje", "kat", "konijn",
    "konijntje", "paard", "paardje", "paarden", "olifant", "tijger", "leeuw", "dolfijn", "pinguin", "aapje",
    "muis", "muisje", "daniel", "thomas", "michael", "jessica", "ashley", "jennifer", "michelle", "charlie",
    "george", "robert", "johanna", "maria", "anneke", "marieke", "monique", "patricia", "sandra", "mohammed",
    "fatima", "sophie", "emma", "julia", "lotte", "daan", "lucas", "jeroen", "marcel", "martijn", "dennis",
    "sebastiaan",
    // Clubs and sports.
    "feyenoord", "feijenoord", "ajax", "ajaxamsterdam", "psv", "psveindhoven", "fctwente", "twente",
    "fcutrecht", "fcgroningen", "heerenveen", "scheerenveen", "vitesse", "sparta", "spartarotterdam",
    "azalkmaar", "necnijmegen", "willemii", "nacbreda", "goaheadeagles", "peczwolle", "heracles",
    "fortunasittard", "rodajc", "adodenhaag", "excelsior", "cambuur", "degraafschap", "volendam",
    "fcvolendam", "telstar", "oranje", "hollandoranje", "hupholland", "hollandhup", "voetbal", "voetballen",
    "voetbalclub", "hockey", "schaatsen", "tennis", "turnen", "barcelona", "realmadrid", "liverpool",
    "arsenal", "chelsea", "manchester", "manchesterunited", "juventus", "bayern", "bayernmunchen", "ronaldo",
    "messi", "cruijff", "johancruijff", "maxverstappen", "verstappen",
    // Places.
    "nederland", "holland", "belgie", "vlaanderen", "europa", "amsterdam", "rotterdam", "denhaag",
    "sgravenhage", "utrecht", "eindhoven", "groningen", "tilburg", "almere", "breda", "nijmegen", "apeldoorn",
    "haarlem", "arnhem", "enschede", "amersfoort", "zaandam", "zaanstad", "denbosch", "shertogenbosch",
    "zwolle", "zoetermeer", "leiden", "leeuwarden", "maastricht", "dordrecht", "ede", "alkmaar", "emmen",
    "delft", "deventer", "venlo", "helmond", "hilversum", "heerlen", "lelystad", "assen", "middelburg",
    "vlissingen", "terneuzen", "goes", "roosendaal", "friesland", "fryslan", "drenthe", "overijssel",
    "gelderland", "flevoland", "noordholland", "zuidholland", "zeeland", "brabant", "noordbrabant", "limburg",
    "terschelling", "ameland", "texel", "vlieland", "antwerpen", "brussel", "gent", "brugge", "london",
    "newyork", "paris", "parijs", "berlin", "berlijn", "marokko", "turkiye", "suriname", "curacao",
    "indonesie", "istanbul",
    // Times.
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "januari", "februari",
    "maart", "april", "juni", "juli", "augustus", "september", "oktober", "november", "december", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "june", "july", "august", "october", "lente", "voorjaar", "zomer", "herfst", "najaar", "winter", "spring",
    "summer", "autumn", "zomervakantie", "vakantie", "kerstmis", "kerst", "sinterklaas", "koningsdag",
    "pasen", "carnaval", "weekend",
    // Work and learning.
    "school", "basisschool", "mijnschool", "juf", "juffrouw", "meester", "directeur", "leerkracht", "leraar",
    "leerling", "docent", "onderwijs", "kinderen", "kinderopvang", "bibliotheek", "bieb", "museum", "muziek",
    "muziekschool", "theater", "sport", "sportclub", "vereniging", "stichting", "gemeente", "organisatie",
    "buurthuis", "wijkteam", "jeugd", "leren", "leerecosysteem", "wegwijzer", "kansen", "gelijkekansen",
    // Things.
    "koffie", "thee", "chocola", "chocolade", "appeltaart", "pannenkoek", "stroopwafel", "kaas", "bier",
    "fiets", "fietsen", "auto", "trein", "vliegtuig", "telefoon", "water", "strand", "zee", "zon", "maan",
    "sterren", "blauw", "rood", "groen", "geel", "zwart", "wit", "paars", "roze", "cheese", "chocolate",
    "cookie", "flower", "butterfly", "rainbow", "summertime", "purple", "orange", "yellow", "silver",
    "golden", "diamond", "samsung", "iphone", "apple", "google", "facebook", "microsoft", "windows",
    "android", "mercedes", "ferrari", "volkswagen"};

}  // namespace wegwijzer::accounts
