//! The editor that the desk opens a file in: a program with its arguments, started without
//! a shell.

use crate::words::said;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many may run at once.
const MOST: usize = 16;

/// A command line with `{file}`, `{line}` and `{column}` in it.
#[derive(Debug)]
pub struct Editor {
    words: Vec<String>,
    running: Arc<AtomicUsize>,
}

impl Editor {
    /// Reads a command line: words, those with blanks in them in quotes. Where it does not
    /// say where the file stands, that comes last.
    ///
    /// # Errors
    /// That there is no program in it, or a quote is not closed.
    pub fn read(written: &str) -> Result<Editor, String> {
        let mut words = words(written).ok_or("--editor: a quote is not closed")?;
        if words.is_empty() {
            return Err(said("no-editor", &[]));
        }
        if !words.iter().any(|word| word.contains("{file}")) {
            words.push("{file}".to_owned());
        }
        Ok(Editor {
            words,
            running: Arc::default(),
        })
    }

    /// Opens a file at a place; false where too many are open.
    ///
    /// # Errors
    /// That the program cannot be started.
    pub fn open(&self, file: &Path, line: usize, column: usize) -> std::io::Result<bool> {
        if self.running.fetch_add(1, Ordering::SeqCst) >= MOST {
            self.running.fetch_sub(1, Ordering::SeqCst);
            return Ok(false);
        }
        let file = file.to_string_lossy();
        let filled = |word: &String| {
            // The file comes last: its name may have braces in it.
            let word = word.replace("{line}", &line.to_string());
            word.replace("{column}", &column.to_string())
                .replace("{file}", &file)
        };
        let words: Vec<String> = self.words.iter().map(filled).collect();
        let started = Command::new(&words[0])
            .args(&words[1..])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let running = Arc::clone(&self.running);
        let mut child = started.inspect_err(|_| {
            self.running.fetch_sub(1, Ordering::SeqCst);
        })?;
        thread::spawn(move || {
            let _ = child.wait();
            running.fetch_sub(1, Ordering::SeqCst);
        });
        Ok(true)
    }
}

/// The words of a command line; none where a quote is not closed.
fn words(written: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for letter in written.chars() {
        match quote {
            Some(open) if letter == open => quote = None,
            Some(_) => word.get_or_insert_default().push(letter),
            None if letter == '"' || letter == '\'' => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            None if letter.is_whitespace() => words.extend(word.take()),
            None => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> Vec<String> {
        Editor::read(written).expect("a command line").words
    }

    #[test]
    fn a_command_line_is_words() {
        assert_eq!(
            read("code -g {file}:{line}"),
            ["code", "-g", "{file}:{line}"]
        );
        assert_eq!(read("gvim"), ["gvim", "{file}"]);
        assert_eq!(
            read("'/opt/my editor/run' \"+{line}\" '' {file}"),
            ["/opt/my editor/run", "+{line}", "", "{file}"]
        );
        assert!(Editor::read("").is_err() && Editor::read("a 'b").is_err());
    }
}
