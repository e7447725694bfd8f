# SPDX-License-Identifier: EUPL-1.2
"""What a browser does with a form of the workplace."""
import html
import re


def fields_of(page, wanted="work"):
    """What would be sent of the form of class `wanted`: inputs, chosen options and texts."""
    form = re.search(rf'<form [^>]*class="{wanted}".*?</form>', page, re.S).group(0)
    fields = []
    for tag in re.finditer(r"<input[^>]*>|<textarea([^>]*)>(.*?)</textarea>|<select([^>]*)>(.*?)</select>", form, re.S):
        name = re.search(r'name="([^"]*)"', tag.group(0))
        if not name:
            continue
        if tag.group(0).startswith("<input"):
            kind = re.search(r'type="(\w+)"', tag.group(0)).group(1)
            if kind in ("checkbox", "radio") and not re.search(r"\bchecked\b", tag.group(0)):
                continue
            fields.append((name.group(1), html.unescape(re.search(r'value="([^"]*)"', tag.group(0)).group(1))))
        elif tag.group(0).startswith("<textarea"):
            fields.append((name.group(1), html.unescape(tag.group(2))))
        else:
            chosen = re.search(r'<option value="([^"]*)" selected', tag.group(4))
            fields.append((name.group(1), html.unescape(chosen.group(1)) if chosen else ""))
    return fields


def with_title(fields, title):
    return [(name, title if name == "title" else value) for name, value in fields]
