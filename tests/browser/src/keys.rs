//! Names of keys as the web writes them (`ArrowDown`, `Control+c`), for the keyboard of WebDriver. Depends on nothing of ours.

use thirtyfour::Key;

/// The characters of a chord such as `Control+Shift+ArrowLeft`, held down one after the other. A `+` alone is itself.
pub(crate) fn chord(text: &str) -> Vec<char> {
    if text == "+" {
        return vec!['+'];
    }
    text.split('+').map(key).collect()
}

fn key(name: &str) -> char {
    let key = match name {
        "Shift" => Key::Shift,
        "Control" => Key::Control,
        "Alt" => Key::Alt,
        "Meta" => Key::Meta,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Space" => return ' ',
        "Plus" => return '+',
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Insert" => Key::Insert,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "F1" => Key::F1,
        "F5" => Key::F5,
        "F6" => Key::F6,
        "F10" => Key::F10,
        "F11" => Key::F11,
        _ => {
            let mut letters = name.chars();
            return match (letters.next(), letters.next()) {
                (Some(letter), None) => letter,
                _ => panic!("no key is called {name:?}"),
            };
        }
    };
    key.value()
}

#[cfg(test)]
mod tests {
    use super::chord;

    #[test]
    fn chords_and_plain_letters() {
        assert_eq!(chord("a"), ['a']);
        assert_eq!(chord("+"), ['+']);
        assert_eq!(chord("Control+Plus").len(), 2);
    }
}
