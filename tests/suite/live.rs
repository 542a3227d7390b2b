//! A command that runs until it is told to stop, and what it says meanwhile.

#![cfg(unix)]

use crate::stage;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long a line may let wait for itself: the machine may have much to do.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running command.
pub struct Live {
    child: Child,
    output: Receiver<String>,
    errors: Receiver<String>,
    /// What it said on standard error.
    pub said: Vec<String>,
}

fn lines(stream: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, lines) = channel();
    thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    lines
}

impl Live {
    /// Starts `bimemo` in a folder.
    pub fn start(folder: &Path, arguments: &[&str]) -> Live {
        let mut child = stage::bimemo(folder)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("bimemo runs");
        Live {
            output: lines(child.stdout.take().expect("its output is read")),
            errors: lines(child.stderr.take().expect("its errors are read")),
            child,
            said: Vec::new(),
        }
    }

    /// The next line of standard output.
    pub fn output(&mut self) -> String {
        let line = self.output.recv_timeout(PATIENCE);
        line.unwrap_or_else(|_| panic!("nothing comes; it said {:?}", self.said()))
    }

    /// Waits for a line on standard error that has these words in it.
    pub fn wait_for(&mut self, words: &str) -> String {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            let Ok(line) = self.errors.recv_timeout(Duration::from_millis(100)) else {
                continue;
            };
            self.said.push(line.clone());
            if line.contains(words) {
                return line;
            }
        }
        panic!("`{words}` is not said, but {:#?}", self.said)
    }

    /// What it said on standard error so far.
    pub fn said(&mut self) -> &[String] {
        self.said.extend(self.errors.try_iter());
        &self.said
    }

    /// Sends a signal and gives the exit status, and how long that took.
    pub fn stop(mut self, signal: &str) -> (Option<i32>, Duration) {
        let begun = Instant::now();
        let sent = Command::new("kill")
            .args([format!("-{signal}"), self.child.id().to_string()])
            .status();
        assert!(sent.expect("kill runs").success());
        while begun.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().expect("it can be asked") {
                return (status.code(), begun.elapsed());
            }
            thread::sleep(Duration::from_millis(5));
        }
        panic!("it does not stop")
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits until something is so.
pub fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < PATIENCE, "in vain: {what}");
        thread::sleep(Duration::from_millis(10));
    }
}
