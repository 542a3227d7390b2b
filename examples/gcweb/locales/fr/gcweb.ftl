### Ce qui entoure un document sur Canada.ca.

web-skip-to-about = Passer à « Au sujet du gouvernement »
web-language-selection = Sélection de la langue
web-government = Gouvernement du Canada
web-government-other = Government of Canada
web-you-are-here = Vous êtes ici :
web-home = Canada.ca
web-page-details = Détails de la page
web-about-site = À propos de ce site
web-contacts = Toutes les coordonnées
web-departments = Ministères et organismes
web-about-government = À propos du gouvernement
web-corporate = Organisation du gouvernement du Canada
web-terms = Avis
web-privacy = Confidentialité
web-symbol = Symbole du gouvernement du Canada
