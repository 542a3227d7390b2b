//! What nobody gets, and what nobody can keep the server from.

use super::client::{Served, read};
use super::{served, workspace};
use std::io::{Read, Write};
use std::thread;
use std::time::{Duration, Instant};

#[test]
fn other_names_of_the_server_are_refused() {
    let (_stage, served) = served();
    let port = served
        .address
        .rsplit(':')
        .next()
        .expect("a port")
        .to_owned();
    let status = |host: &str| {
        served
            .ask("GET", "/memos/tides.en.md", &[("Host", host)])
            .status
    };
    assert_eq!(status(&format!("localhost:{port}")), 200);
    for host in [
        "evil.example",
        &format!("evil.example:{port}"),
        "localhost:1",
        "127.0.0.1",
    ] {
        assert_eq!(status(host), 421, "{host}");
    }
    for host in ["", "a b", "me@127.0.0.1"] {
        assert!(matches!(status(host), 400 | 421), "{host}");
    }
    let raw = |request: String| read(&served.send(request.as_bytes())).status;
    let own = &served.address;
    let end = "Connection: close\r\n\r\n";
    assert_eq!(raw(format!("GET /health HTTP/1.1\r\n{end}")), 400);
    let twice = format!("GET /health HTTP/1.1\r\nHost: {own}\r\nHost: evil.example\r\n{end}");
    assert_eq!(raw(twice), 421);
    let absolute =
        |host: &str| format!("GET http://{host}/health HTTP/1.1\r\nHost: {own}\r\n{end}");
    assert_eq!(raw(absolute("evil.example")), 421);
    assert_eq!(raw(absolute(own)), 200);
    assert_eq!(
        raw(format!(
            "CONNECT evil.example:80 HTTP/1.1\r\nHost: {own}\r\n{end}"
        )),
        421
    );

    let stage = workspace();
    let proxied = Served::start(stage.path(), &["--allow-host", "memos.example"]);
    let named = proxied.ask("GET", "/health", &[("Host", "memos.example")]);
    assert_eq!(named.status, 200);
}

#[test]
fn no_path_leads_out_of_the_workspace_or_to_its_files() {
    let (_stage, served) = served();
    for path in [
        "/memos/../secret.txt",
        "/memos/..%2fsecret.txt",
        "/memos/%2e%2e/secret.txt",
        "/memos/%2e%2e%2fsecret.txt",
        "/memos/..%5csecret.txt",
        "/memos/tides/../../secret.txt",
        "/memos/tides/%2e%2e/%2e%2e/secret.txt",
        "/memos/tides/..%c0%afsecret.txt",
        "/memos/shown/images/../../../secret.txt",
        "/memos//etc/passwd",
        "//etc/passwd",
        "/memos/tides.yaml",
        "/memos/tides%00.en.md",
        "/memos/images/sea.svg",
        "/memos/",
        "/memos/tides/",
        "/secret.txt",
        "/memos",
        "/%ff",
        "/%",
    ] {
        let answer = served.get(path);
        assert!(
            matches!(answer.status, 400 | 404),
            "{path}: {}",
            answer.status
        );
        let text = answer.text();
        assert!(
            !text.contains("secret") && !text.contains("root:"),
            "{path}: {text}"
        );
    }
    assert_eq!(served.get("/memos/%C3%A9t%C3%A9%20%231.en.md").status, 200);
    assert_eq!(served.get("/memos/shown/sea.svg").status, 200);
}

#[test]
fn only_reading_is_allowed() {
    let (_stage, served) = served();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "MOVE"] {
        for path in ["/memos/tides", "/health"] {
            let answer = served.ask(method, path, &[]);
            assert_eq!(
                (answer.status, answer.header("allow")),
                (405, "GET, HEAD".to_owned())
            );
        }
        assert_eq!(served.ask(method, "/none", &[]).status, 404);
    }
}

#[test]
fn a_request_has_a_bounded_head() {
    let (_stage, served) = served();
    let long = "a".repeat(64 << 10);
    let many: String = (0..200).map(|at| format!("X-{at}: a\r\n")).collect();
    let own = &served.address;
    for request in [
        format!("GET /health HTTP/1.1\r\nHost: {own}\r\nX-Long: {long}\r\n\r\n"),
        format!("GET /health HTTP/1.1\r\nHost: {own}\r\n{many}\r\n"),
        format!("GET /{long} HTTP/1.1\r\nHost: {own}\r\n\r\n"),
    ] {
        let answer = read(&served.send(request.as_bytes()));
        assert!(matches!(answer.status, 414 | 431), "{}", answer.status);
    }
    for nonsense in [
        "\r\n\r\n\r\nx",
        "GET\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "\0\u{1}\u{2}\r\n\r\n",
    ] {
        let answer = served.send(nonsense.as_bytes());
        assert!(
            answer.is_empty() || read(&answer).status >= 400,
            "{nonsense:?}"
        );
    }
    let both = format!(
        "POST /health HTTP/1.1\r\nHost: {own}\r\nContent-Length: 3\r\n\
         Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /secret HTTP/1.1\r\n\r\n"
    );
    let smuggled = served.send(both.as_bytes());
    let responses = smuggled.windows(5).filter(|it| it == b"HTTP/").count();
    assert_eq!(responses, 1, "{}", String::from_utf8_lossy(&smuggled));
    assert_eq!(served.get("/health").status, 200);
}

#[test]
fn slow_clients_are_let_go_and_keep_nobody_out() {
    let (_stage, served) = served();
    let slow: Vec<_> = (0..100)
        .map(|_| {
            let mut stream = served.connect();
            stream
                .write_all(b"GET /health HTTP/1.1\r\nHo")
                .expect("it is sent");
            stream
        })
        .collect();
    assert_eq!(served.get("/health").status, 200);
    let begun = Instant::now();
    for mut stream in slow {
        // The server ends it; it says why, or nothing.
        let mut all = Vec::new();
        let _ = stream.read_to_end(&mut all);
    }
    let took = begun.elapsed();
    assert!(took < Duration::from_secs(50), "{took:?}");
}

#[test]
fn more_connections_than_there_may_be_wait() {
    let (_stage, served) = served();
    let idle: Vec<_> = (0..200).map(|_| served.connect()).collect();
    let mut asked = served.connect();
    let request = format!(
        "GET /health HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
        served.address
    );
    asked.write_all(request.as_bytes()).expect("it is sent");
    thread::sleep(Duration::from_millis(200));
    drop(idle);
    let mut all = Vec::new();
    asked.read_to_end(&mut all).expect("it is answered");
    assert_eq!(read(&all).status, 200);
}

#[test]
fn many_requests_go_over_one_connection() {
    let (_stage, served) = served();
    let mut stream = served.connect();
    let request = format!("GET /health HTTP/1.1\r\nHost: {}\r\n\r\n", served.address);
    for _ in 0..50 {
        stream.write_all(request.as_bytes()).expect("it is sent");
        let mut some = [0; 4096];
        let count = stream.read(&mut some).expect("it is answered");
        assert_eq!(read(&some[..count]).status, 200);
    }
}
