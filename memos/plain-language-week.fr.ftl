### Textes de plain-language-week.yaml.

# Le nom de l'activité, avec sa majuscule, tel qu'il s'écrit dans une phrase.
-plain-language-week = Semaine du langage clair

week-invitation =
    Du { RANGE($week, form: "bare") } se tiendra la
    { SPELLOUT($edition, gender: "feminine") } { -plain-language-week }
    { DE($ministry) }.
    Chaque jour, une séance de { $session } prendra pour point de départ un texte que
    tout le monde connaît, comme un formulaire de permis ou une lettre de refus, et le
    rendra facile à lire.

    L’an dernier, { $participants } personnes y ont participé. La lettre récrite le
    dernier jour sert encore, et les appels auxquels elle donne lieu ont diminué de
    { $fewer-calls }.
    .subject = Cinq jours pour écrire plus clairement

week-program =
    Les séances ont lieu à { $in-english } en anglais et à { $in-french } en français, dans
    la salle { $room } et par visioconférence.

    - **Lundi :** trouver la question à laquelle il faut répondre.
    - **Mardi :** une idée par paragraphe.
    - **Mercredi :** des verbes plutôt que des noms.
    - **Jeudi :** quand un tableau le dit mieux.
    - **Vendredi :** atelier pratique, à partir de vos propres textes.
    .heading = Le programme, jour par jour

week-registration =
    1. Choisissez vos séances sur
       la [page de l’activité](https://harbours.example.ca/fr/semaine-langage-clair).
    2. Inscrivez-vous d’ici le { $register-by }.
    3. Vous aimeriez voir l’un de vos textes amélioré? Retirez-en d’abord tout
       renseignement personnel, puis envoyez le texte à { $contact }
       au plus tard le { $texts-by }.
    .heading = Comment participer

week-managers =
    Aucune formation préalable n’est nécessaire : les personnes qui rédigent des
    règlements se sentiront aussi à l’aise que celles qui écrivent des courriels de
    trois lignes. Nous invitons les gestionnaires à donner à leur personnel le temps
    d’assister à au moins une séance.

    Comme le veut la devise du Réseau, « un texte clair est une politesse ».
    .heading = Pour tout le monde
