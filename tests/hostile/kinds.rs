//! The kinds of files of a workspace, each with what uses it.

/// A memo without faults.
pub const SOUND: &str = "\
kind: notice
date: 2026-05-01
subject: { en: Tides, fr: Marées }
sections:
  - body:
      en: The tide rises.
      fr: La marée monte.
";

/// The memo that is at fault, or uses what is.
const MEMO: &str = "\
date: 2026-05-01
letterhead: own
sender: { person: ada }
recipients:
  - { en: Boat owners, fr: Propriétaires de bateaux }
subject: { message: own-subject }
facts:
  opening: 2026-06-01
sections:
  - heading: { en: Tides, fr: Marées }
    body:
      en: |
        The boathouse opens on { $opening }.[^1]

        ![A lighthouse](x.svg)

        [^1]: A note.
      fr: |
        Le hangar ouvre le { $opening }.[^1]

        ![Un phare](x.svg)

        [^1]: Une note.
";

/// A memo with a picture.
const PICTURED: &str = "\
kind: notice
date: 2026-05-01
subject: { en: Tides, fr: Marées }
sections:
  - body:
      en: \"![A lighthouse](x.png)\"
      fr: \"![Un phare](x.png)\"
";

const LETTERHEAD: &str = "\
organization: { en: Ministry of Tides, fr: Ministère des Marées }
address: { en: [480 Lantern Street], fr: [\"480, rue Lantern\"] }
telephone: 416-555-0123
web: { en: https://example.ca/en, fr: https://example.ca/fr }
";

const DIRECTORY: &str = "\
people:
  ada:
    name: Ada Morin
    gender: feminine
    title: { en: Director, fr: directrice }
";

const SETTINGS: &str = "\
letterhead: own
typography: { profile: fr-CA }
severity: { P020: warning }
ignore: [{ code: P021, path: memos/other.yaml, reason: it is meant }]
glossary: [{ en: contact person, fr: personne-ressource }]
";

const THEME: &str = "\
page: { size: letter }
colours: { ink: \"#1c1d1f\" }
fonts:
  Noto Sans: { regular: fonts/own.ttf }
";

const MESSAGES: &str = "\
own-subject = Tides of { $opening }
-own-term = boathouse
";

const DRAWING: &str = "\
<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 40\">
  <g><rect width=\"40\" height=\"40\" fill=\"#1c1d1f\"/></g>
</svg>
";

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Memo,
    Directory,
    Settings,
    Letterhead,
    Theme,
    OwnMessages,
    Messages,
    Markdown,
    Page,
    Print,
    Part,
    Drawing,
    Picture,
    Font,
}

impl FileKind {
    /// Those that are text.
    pub const TEXTS: [FileKind; 12] = [
        FileKind::Memo,
        FileKind::Directory,
        FileKind::Settings,
        FileKind::Letterhead,
        FileKind::Theme,
        FileKind::OwnMessages,
        FileKind::Messages,
        FileKind::Markdown,
        FileKind::Page,
        FileKind::Print,
        FileKind::Part,
        FileKind::Drawing,
    ];

    /// Where it stands.
    pub const fn path(self) -> &'static str {
        match self {
            FileKind::Memo => "memos/hostile.yaml",
            FileKind::Directory => "directory.yaml",
            FileKind::Settings => "bimemo.yaml",
            FileKind::Letterhead => "templates/letterheads/own.yaml",
            FileKind::Theme => "templates/theme.yaml",
            FileKind::OwnMessages => "memos/hostile.en.ftl",
            FileKind::Messages => "locales/en/own.ftl",
            FileKind::Markdown => "templates/memo.md",
            FileKind::Page => "templates/memo.html",
            FileKind::Print => "templates/memo.pdf.html",
            FileKind::Part => "templates/parts/own.html",
            FileKind::Drawing => "memos/x.svg",
            FileKind::Picture => "memos/x.png",
            FileKind::Font => "templates/fonts/own.ttf",
        }
    }

    /// Whether all memos use it, so that none is rendered where it is at fault.
    pub const fn is_shared(self) -> bool {
        !matches!(
            self,
            FileKind::Memo | FileKind::OwnMessages | FileKind::Drawing | FileKind::Picture
        )
    }

    /// Whether it says what pages are.
    pub const fn is_template(self) -> bool {
        matches!(
            self,
            FileKind::Markdown | FileKind::Page | FileKind::Print | FileKind::Part
        )
    }

    /// A file of the kind that is sound.
    pub fn sound(self) -> &'static str {
        match self {
            FileKind::Memo => MEMO,
            FileKind::Directory => DIRECTORY,
            FileKind::Settings => SETTINGS,
            FileKind::Letterhead => LETTERHEAD,
            FileKind::Theme => THEME,
            FileKind::OwnMessages | FileKind::Messages => MESSAGES,
            FileKind::Markdown => include_str!("../../templates/memo.md"),
            FileKind::Page => include_str!("../../templates/memo.html"),
            FileKind::Print => include_str!("../../templates/memo.pdf.html"),
            FileKind::Part => "{% component own(text) %}<p>{{ text }}</p>{% endcomponent own %}",
            FileKind::Drawing => DRAWING,
            FileKind::Picture | FileKind::Font => "",
        }
    }

    /// The files that use it, all of them sound.
    pub fn around(self) -> Vec<(&'static str, &'static [u8])> {
        let font = include_bytes!("../../templates/fonts/NotoSans-Regular.ttf").as_slice();
        let text = |kind: FileKind| (kind.path(), kind.sound().as_bytes());
        let user = match self {
            FileKind::Picture => PICTURED,
            _ => MEMO,
        };
        let mut files = vec![
            ("memos/hostile.yaml", user.as_bytes()),
            text(FileKind::Directory),
            text(FileKind::Letterhead),
            text(FileKind::OwnMessages),
            ("memos/hostile.fr.ftl", MESSAGES.as_bytes()),
            text(FileKind::Drawing),
        ];
        if matches!(self, FileKind::Theme | FileKind::Font) {
            files.push(("templates/fonts/own.ttf", font));
            files.push(text(FileKind::Theme));
        }
        files
    }
}
