### Labels, each with its colon. French has a no-break space (U+00A0) before it.
### A workspace replaces one by a message of the same id in its own locales/.

## The status of a memo that no longer holds as it was sent

# It holds no longer.
# Variables:
#   $date - since when
status-withdrawn = Document retiré le { $date }

# By whom, or by which document.
label-withdrawn-by = Retiré par{ "\u00A0" }:

# Another document stands in its place.
# Variables:
#   $date - since when
status-superseded = Document remplacé le { $date }

# By which document.
label-superseded-by = Remplacé par{ "\u00A0" }:

# It holds as it now reads.
# Variables:
#   $date - since when
status-corrected = Document corrigé le { $date }

# By whom, or by which document.
label-corrected-by = Corrigé par{ "\u00A0" }:

## The header

# To whom the memo goes.
# Variables:
#   $gender - feminine (all are women), masculine (men are among them) or
#             unspecified (a gender is not known, or a group is among them)
#   $number - one or other
label-to =
    { $number ->
        [one] Destinataire
       *[other] Destinataires
    }{ "\u00A0" }:

# Who sends it.
# Variables:
#   $gender - feminine (all are women), masculine (men are among them) or
#             unspecified (a gender is not known, or a group is among them)
#   $number - one or other
label-from =
    { $gender ->
        [feminine]
            { $number ->
                [one] Expéditrice
               *[other] Expéditrices
            }
        [masculine]
            { $number ->
                [one] Expéditeur
               *[other] Expéditeurs
            }
       *[unspecified] De
    }{ "\u00A0" }:

# Whom it passes through on its way.
# Variables:
#   $gender - feminine (all are women), masculine (men are among them) or
#             unspecified (a gender is not known, or a group is among them)
#   $number - one or other
label-through = Par l’entremise de{ "\u00A0" }:

# The date of the memo.
label-date = Date{ "\u00A0" }:

# The day of the last change.
label-updated = Date de modification{ "\u00A0" }:

# What the memo is about.
label-subject = Objet{ "\u00A0" }:

# The file number.
label-reference = Référence{ "\u00A0" }:

# The day by which the recipients must act; a date follows.
label-action-by = Date limite pour donner suite{ "\u00A0" }:

# The day from which what it says applies; a date follows.
label-effective = Date d’entrée en vigueur{ "\u00A0" }:

# What stands for the recipients where a distribution list names them.
distribution-list = Liste de diffusion

# The colon after a label that the author wrote.
colon = { "\u00A0" }:

## After the signature

# Above the boxes of a decision that a memo asks for.
decision = Décision

# Beside the room for the signature of whoever decides.
label-signature = Signature{ "\u00A0" }:

# Whom to ask.
# Variables:
#   $number - one or other
label-enquiries = Renseignements{ "\u00A0" }:

# What goes with the memo.
# Variables:
#   $number - one or other
label-attachments =
    { $number ->
        [one] Pièce jointe
       *[other] Pièces jointes
    }{ "\u00A0" }:

# Who gets a copy.
# Variables:
#   $gender - feminine (all are women), masculine (men are among them) or
#             unspecified (a gender is not known, or a group is among them)
#   $number - one or other
label-cc = c.{ "\u00A0" }c.{ "\u00A0" }:

# Everyone to whom the memo goes.
# Variables:
#   $gender - feminine (all are women), masculine (men are among them) or
#             unspecified (a gender is not known, or a group is among them)
#   $number - one or other
label-distribution = Liste de diffusion{ "\u00A0" }:

# Before an appendix’s own heading.
# Variables:
#   $letter - A, B, C …
label-appendix = Annexe{ "\u00A0" }{ $letter }{ "\u00A0" }:

# The heading of an appendix that has none of its own.
# Variables:
#   $letter - A, B, C …
appendix = Annexe{ "\u00A0" }{ $letter }

# Before the caption of a figure.
# Variables:
#   $number - 1, 2, 3 …
label-figure = Figure{ "\u00A0" }{ $number }{ "\u00A0" }:

# Before the caption of a table.
# Variables:
#   $number - 1, 2, 3 …
label-table = Tableau{ "\u00A0" }{ $number }{ "\u00A0" }:

## Ways to reach someone; the number or address follows

# A telephone number.
label-telephone = Téléphone{ "\u00A0" }:

# A teletypewriter’s number, for people who are deaf or hard of hearing.
label-tty = ATS{ "\u00A0" }:

# An e-mail address.
label-email = Courriel{ "\u00A0" }:
