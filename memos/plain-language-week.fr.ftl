### Textes de plain-language-week.yaml.

# Le nom de l'activité, avec sa majuscule, tel qu'il s'écrit dans une phrase.
-plain-language-week = Semaine du langage clair

week-invitation =
    Du 5 au 9 octobre 2026 se tiendra la troisième { -plain-language-week } du
    ministère. Chaque jour, une séance de 45 minutes prendra pour point de départ un
    texte connu de tous, comme un formulaire de permis ou une lettre de refus, et le
    rendra facile à lire.

    L'an dernier, 118 personnes y ont participé. La lettre récrite le dernier jour
    sert encore, et les appels auxquels elle donne lieu ont diminué de 37 %.
    .subject = Cinq jours pour écrire plus clairement

week-program =
    Les séances ont lieu à 12 h 15 en anglais et à 15 h 30 en français, à la salle 410
    et par visioconférence.

    - **Lundi :** trouver la question à laquelle il faut répondre.
    - **Mardi :** une idée par paragraphe.
    - **Mercredi :** des verbes plutôt que des noms.
    - **Jeudi :** quand un tableau le dit mieux.
    - **Vendredi :** atelier pratique, à partir de vos propres textes.
    .heading = Le programme, jour par jour

week-registration =
    1. Choisissez vos séances sur
       la [page de l'activité](https://harbours.example.ca/fr/semaine-langage-clair).
    2. Inscrivez-vous d'ici le 28 septembre 2026.
    3. Vous aimeriez voir l'un de vos textes amélioré? Retirez-en tout renseignement
       personnel et envoyez-le à <clarity.clarte@harbours.example.ca> au plus tard le
       1<sup>er</sup> octobre 2026.
    .heading = Comment participer

week-managers =
    Aucune formation préalable n'est nécessaire : les personnes qui rédigent des
    règlements s'y sentiront aussi à l'aise que celles qui écrivent des courriels de
    trois lignes. Nous invitons les gestionnaires à donner à leur personnel le temps
    d'assister à au moins une séance.

    Comme le veut la devise du Réseau, « un texte clair est une politesse ».
    .heading = Pour tout le monde
