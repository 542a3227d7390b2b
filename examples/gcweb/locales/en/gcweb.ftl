### What stands around a document on Canada.ca: templates print `web-about-site` as
### `words.web_about_site`.

# The second link of a page, for people who use a keyboard.
web-skip-to-about = Skip to “About government”

# The heading above the link to the other language, read aloud.
web-language-selection = Language selection

# Whose site it is.
web-government = Government of Canada

# The same in the other language, read aloud behind it.
web-government-other = Gouvernement du Canada

# The heading above the links to where the page stands, read aloud.
web-you-are-here = You are here:

# The site.
web-home = Canada.ca

# The heading above the date of the page, read aloud.
web-page-details = Page details

# The heading above the foot of the page, read aloud.
web-about-site = About this site

## The links at the foot of the page: `metadata` in `bimemo.yaml` has their addresses.
web-contacts = All contacts
web-departments = Departments and agencies
web-about-government = About government

# The heading above the last links, read aloud.
web-corporate = Government of Canada Corporate
web-terms = Terms and conditions
web-privacy = Privacy

# What the mark at the foot of the page shows.
web-symbol = Symbol of the Government of Canada
