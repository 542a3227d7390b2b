### The title of each kind of document: `title-<kind>`. A workspace’s own kind needs
### a message here in both languages.

# A memo, the usual kind.
title-memo = Note de service

# A notice, which may have neither sender nor recipients.
title-notice = Avis
