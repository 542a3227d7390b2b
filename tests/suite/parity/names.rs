//! Names of persons and of places in sentences: the same in both languages, and others.

use super::pairs::{findings, none};
use bimemo::diagnostic::Severity;

/// Fails on pairs of which the code is no error.
#[track_caller]
fn errors(code: &str, pairs: &[(&str, &str)]) {
    let missed: Vec<String> = pairs
        .iter()
        .filter(|(en, fr)| {
            !findings(en, fr, Severity::Error)
                .iter()
                .any(|found| found.contains(code))
        })
        .map(|(en, fr)| format!("{en}\n   {fr}\n   {:?}", findings(en, fr, Severity::Note)))
        .collect();
    assert!(missed.is_empty(), "no error:\n{}", missed.join("\n"));
}

#[test]
fn other_persons() {
    errors(
        "P051",
        &[
            (
                "Write to Clara Brook about the keys.",
                "Écrivez à Clara Broc au sujet des clés.",
            ),
            ("Ms. Chan keeps the keys.", "Mme Chen garde les clés."),
            ("Write to Gloria Park.", "Écrivez à Gloria Parc."),
            (
                "Mr. Lee opens the pool at noon.",
                "M. Li ouvre la piscine à midi.",
            ),
            (
                "The board has chosen Alan Parker as its chair.",
                "Le conseil a choisi Alan Tremblay à sa présidence.",
            ),
            (
                "Amélie Roy and Jean Caron sign the form.",
                "Amelie Roy et Jean Caron signent le formulaire.",
            ),
            (
                "Jean C. Lévesque reads the minutes.",
                "Jean C. Levesque lit le procès-verbal.",
            ),
            (
                "Marie-Claude Roy answers by phone.",
                "Marie-Claire Roy répond par téléphone.",
            ),
            (
                "Alan Parker opens the hall. Parker has the keys.",
                "Alan Parker ouvre la salle. Tremblay a les clés.",
            ),
            (
                "Terry Brook leads. Terry Brook has the keys.",
                "Terry Brook dirige. Terry Broc a les clés.",
            ),
            (
                "Councillor Okafor cut the ribbon.",
                "Le conseiller Sinclair a coupé le ruban.",
            ),
            (
                "Dr. Singh sees patients in the morning.",
                "Le Dr Sing voit les patients le matin.",
            ),
        ],
    );
}

#[test]
fn other_places() {
    errors(
        "P055",
        &[
            (
                "The ferry leaves from Victoria at dawn.",
                "Le traversier part de Nanaimo à l’aube.",
            ),
            (
                "Rules for Nova Scotia follow.",
                "Les règles du Manitoba suivent.",
            ),
            (
                "Ontario, Quebec and Alberta agree.",
                "L’Ontario, le Québec et l’Ontario sont d’accord.",
            ),
            (
                "The office in Geneva stays open.",
                "Le bureau de Zurich reste ouvert.",
            ),
            (
                "Calgary Transit runs in Calgary, AB.",
                "Calgary Transit circule à Edmonton, en Alberta.",
            ),
            (
                "Boats on Lake Superior need a light.",
                "Les bateaux sur le lac Huron doivent avoir un feu.",
            ),
        ],
    );
}

#[test]
fn the_same_names_in_other_words() {
    none(&[
        (
            "Clara Brook has the keys. She lives in Saint John, New Brunswick.",
            "Clara Brook a les clés. Mme Brook habite à Saint-Jean (Nouveau-Brunswick).",
        ),
        (
            "Quebec City and Lake Superior are far from Gananoque.",
            "Québec et le lac Supérieur sont loin de Gananoque.",
        ),
        (
            "Queen Elizabeth visited Edward Park in 1959.",
            "La reine Élisabeth a visité le parc Edward en 1959.",
        ),
        (
            "Dr. Lee's clinic is on St. Clair Avenue in Toronto, ON.",
            "La clinique du Dr Lee se trouve avenue St. Clair, à Toronto (Ontario).",
        ),
        (
            "Simon Fraser University and Health Canada signed an agreement.",
            "L’Université Simon Fraser et Santé Canada ont signé une entente.",
        ),
        (
            "Minister Okafor met the Premier of the province in Halifax.",
            "La ministre Okafor a rencontré le premier ministre de la Nouvelle-Écosse à Halifax.",
        ),
        (
            "Paris Sinclair of Iqaluit, Nunavut, won.",
            "Paris Sinclair, d’Iqaluit, au Nunavut, a gagné.",
        ),
        (
            "The Canadian team left London for Brussels.",
            "L’équipe canadienne a quitté Londres pour Bruxelles.",
        ),
        (
            "CBC Radio in the U.S. and the UK",
            "Radio-Canada aux États-Unis et au Royaume-Uni",
        ),
    ]);
}
