// SPDX-License-Identifier: EUPL-1.2
// Which pages the tests and the screenshots look at.
import assert from 'node:assert/strict';

// A street that is one place only.
async function find_street(json, ecosystem) {
  for (const venue of (await json(`/api/v1/venues?ecosystem=${ecosystem}&pageSize=100`)).results) {
    const name = venue.street?.replace(/ \d+$/, '');
    if (!name) continue;
    const places = (await json(`/api/v1/places?q=${encodeURIComponent(name)}`)).results;
    if (places.length === 1 && places[0].name === name) return places[0];
  }
  throw new Error('no street of a venue is found as one place');
}

// Opportunities are reckoned beside the first answers.
async function opportunities_are_there(base) {
  while ((await fetch(`${base}/opportunity`)).status === 503) await new Promise((later) => setTimeout(later, 200));
}

// The addresses of every public page of the town that `site` serves, in Dutch, with many in English and Arabic, and the
// street they ask from.
export async function public_pages(site) {
  const { json } = site;
  await opportunities_are_there(site.base);
  const town = (await json('/api/v1/ecosystems')).results.find((one) => one.origin === 'fictional').slug;
  const { name: street, point } = await find_street(json, town);
  const where = `where=${encodeURIComponent(street)}`;
  const area = (await json('/api/v1/areas?pageSize=100')).results[0].within.replace(/^WK(....)../, 'GM$1');
  const near = `near=${point.latitude},${point.longitude}&age=9`;
  const opportunity = `/opportunity/${area}`;
  const { areas, whole } = await json(`/api/v1/areas/${area}/opportunities?age=9&going=foot`);
  const least = `/opportunity/${areas[0].area}`;
  const behind = (await json(`/api/v1/areas/${areas[0].area}/opportunity`)).offerings[0].offering;
  assert.equal(whole.area, area);
  const offering = (await json(`/api/v1/offerings?${near}`)).results[0].id;
  const organisation = (await json('/api/v1/organisations')).results[0].id;
  const ofReport = (await json('/api/v1/organisations?ecosystem=tilburg')).results[0].id;
  const routes = (await json(`/api/v1/ecosystems/${town}/routes`)).results.map((route) => `/routes/${route.id}`);
  const wijk = (await json(`/api/v1/ecosystems/${town}/completeness`)).results[0].within;
  const venue = (await json('/api/v1/venues')).results[0].id;
  // At last: while these are made nothing is asked, and the server closes what is silent for long.
  for (const note of ['Eerst', 'Daarna']) site.change('release', '--area', area, '--draws', '100', '--note', note);
  const [from, to] = site.change('releases').toString().match(/^\S{36}/gm);
  const paths = ['/', `/e/${town}`, `/offerings?${near}`, `/offerings?${where}&age=9&theme=nature&free=true`,
    '/offerings?where=nergens', `/offerings?${near}&minutes=90&q=koken`, '/offerings?q=muziik', '/en/offerings?q=parachutespringen',
    `/offerings?${near}&minutes=1&theme=music&day=sun`, `/offerings/${offering}?${near}`,
    '/offerings/bestaat-niet', '/organisations', `/organisations/${organisation}`, `/venues/${venue}?${near}`, '/areas',
    `/areas/${area}`, '/about', '/join', '/privacy', '/accessibility', `/offerings/${offering}/route?${near}`,
    '/stijl', '/en/stijl', '/children', '/children?theme=music', '/children?theme=music&age=9', `/children?theme=music&age=9&${where}`,
    '/en/children?surprise=1&age=6&anywhere=1', '/embed', '/teachers', '/teachers?group=6&at=basisschool', '/teachers?page=2&kitsPage=2', '/en/teachers?at=nergens', '/corrections?page=/about', '/suggestions?page=/areas', '/en/suggestions?page=/about', '/sign-in', '/sign-in/password', '/corrections/thanks?page=/about', '/en/', `/en/offerings?${near}`,
    `/en/offerings/${offering}?${near}`, '/en/organisations', `/en/areas/${area}`, '/en/about',
    '/ar/', `/ar/offerings?${near}`, '/ar/offerings?where=nergens', `/ar/offerings?${near}&minutes=90&q=koken`, `/ar/offerings/${offering}?${near}`,
    `/ar/offerings/${offering}/route?${near}`, '/ar/organisations', `/ar/organisations/${organisation}`, `/ar/venues/${venue}?${near}`, '/ar/areas',
    `/ar/areas/${area}`, '/ar/about', '/ar/join', '/ar/privacy', '/ar/accessibility', '/ar/corrections?page=/about', '/ar/suggestions?page=/about', '/ar/bestaat-niet', '/ar/stijl',
    `/ar/e/${town}`, `/ar/e/${town}/network`, '/ar/e/tilburg', '/ar/e/tilburg/facts?level=macro',
    '/e/tilburg', '/e/tilburg/network', '/e/tilburg/facts?level=macro', '/offerings?ecosystem=tilburg',
    '/opportunity', `${opportunity}?age=9&going=foot`, least, `${least}/compare`, `${least}/compare?one=9-foot-little-dutch&other=9-foot-little-dutch`, `${opportunity}/paths?age=9&speaks=ar&access=wheelchair`, `${least}/paths`, `${least}/offerings/${behind}?age=9`, `/en${opportunity}`,
    `${opportunity}/least?age=9&going=bicycle`, `${opportunity}/why`, `${opportunity}/sure`, `${opportunity}/change`,
    `/en${opportunity}/least`, `/en${opportunity}/sure`, ...['least', 'why', 'sure', 'change'].map((page) => `/ar${opportunity}/${page}`),
    `${opportunity}/method?age=9`, `${opportunity}/releases`, `${opportunity}/releases/compare?from=${from}&to=${to}`, `/ar${opportunity}/method`, `/ar${opportunity}/releases`, `/ar${opportunity}/releases/compare?from=${from}&to=${to}`,
    `/ar${opportunity}`, `/ar${least}`, `/ar${least}/compare`, `/ar${least}/paths`, `/ar${least}/offerings/${behind}`,
    `/organisations/${ofReport}`, `/e/${town}/network`, `/e/${town}/network?show=collaborations`, `/e/${town}/network?show=channels&q=de`, `/e/${town}/network?show=steps`, '/organisations?page=2', '/en/e/tilburg', '/en/e/tilburg/facts?level=macro',
    `/e/${town}/completeness`, `/e/${town}/completeness/${wijk}?theme=culture&age=9`, `/e/${town}/completeness/${wijk}`, `/e/${town}/questions`, `/e/${town}/knowledge`, `/ar/e/${town}/knowledge?q=bij`, '/e/tilburg/knowledge',
    '/e/tilburg/completeness', `/en/e/${town}/completeness?age=6`, `/ar/e/${town}/completeness`, `/ar/e/${town}/questions`, ...routes.slice(0, 1)];
  return { paths, street };
}
