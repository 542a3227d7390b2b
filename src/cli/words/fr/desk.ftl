### Ce que dit le bureau de `bimemo serve`.

## Chaque page

# Variables :
#   $folder - le nom du dossier de l’espace de travail
title = { $folder } · bimemo
skip = Aller au contenu
memos = Notes
findings = Constats
language = English
language-code = en
# Dit quand le serveur ne répond pas.
lost = Le bureau a perdu son serveur. Ce qui est affiché peut être ancien.
old = La note contient des erreurs : cette image est celle d’une version antérieure.

## La liste des notes

filter = Mots d’un objet ou d’un identifiant
filter-button = Filtrer
# Variables :
#   $count - le nombre de notes
#   $shown - le nombre de celles qui correspondent au filtre
memo-count = { $count ->
    [0] Il n’y a pas de notes : ce sont les fichiers .yaml du dossier « memos ».
    [one] { $count } note
   *[other] { $count } notes
}
filtered-count = { $shown ->
    [0] Aucune note ne contient ces mots.
   *[other] { $shown } sur { $count } notes
}
# Variables :
#   $left - le nombre de notes qui n’ont pas encore été examinées
looking = { $left ->
    [one] { $left } note reste à examiner.
   *[other] { $left } notes restent à examiner.
}
newer = Notes plus récentes
older = Notes plus anciennes

## Une note

released = Diffusable
not-released = Non diffusable
unread = À l’examen
withdrawn = Retirée
superseded = Remplacée
corrected = Corrigée
no-date = sans date
english = Anglais
french = Français
page = Page
markdown = Markdown
pdf = PDF
# Variables :
#   $language - le nom de la langue
#   $subject - l’objet de la note
frame = { $language } : { $subject }
# Variables :
#   $language - le nom de la langue
links = { $language } : formats
no-picture = Il n’y a rien à afficher avant que les erreurs soient corrigées.
documents = Documents définitifs
source = Source
# Variables :
#   $line - le numéro d’une ligne
line = ligne { $line }
open = Ouvrir dans l’éditeur
# Variables :
#   $place - un fichier avec une ligne
open-place = Ouvrir dans l’éditeur : { $place }

## Constats

errors = { $count ->
    [one] { $count } erreur
   *[other] { $count } erreurs
}
warnings = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
}
notes = { $count ->
    [one] { $count } remarque
   *[other] { $count } remarques
}
error = erreur
warning = avertissement
note = remarque
nothing-found = Aucun constat.
no-place = L’espace de travail dans son ensemble
