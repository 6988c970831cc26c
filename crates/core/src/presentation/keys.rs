//! Keys of keyboards and clickers as commands.

use super::command::Command;
use super::overlay::Overlay;
use crate::language::Direction;

/// A key press as browsers report it.
#[derive(Debug, Clone, Copy)]
pub struct KeyPress<'k> {
    /// Character or name of the key, such as `b` or `PageDown`.
    pub key: &'k str,
    /// Physical key, such as `KeyB`, for keyboards of other scripts.
    pub code: &'k str,
    /// True if Shift is held.
    pub shift: bool,
    /// True if Ctrl, Alt or the system key is held: the key then belongs to the browser.
    pub held: bool,
}

/// Command of a key press, if it has one. `letters` enables single letters, which some assistive tools type
/// unintentionally.
#[must_use]
pub fn command_of(pressed: KeyPress<'_>, direction: Direction, letters: bool) -> Option<Command> {
    if pressed.held {
        return None;
    }
    let onward = |to_the_right: bool| {
        let next = to_the_right == (direction == Direction::LeftToRight);
        if next { Command::Next } else { Command::Back }
    };
    let command = match pressed.key {
        "ArrowRight" => onward(true),
        "ArrowLeft" => onward(false),
        " " if pressed.shift => Command::Back,
        " " | "PageDown" | "ArrowDown" => Command::Next,
        "PageUp" | "ArrowUp" | "Backspace" => Command::Back,
        "Home" => Command::First,
        "End" => Command::Last,
        "Enter" => Command::Enter,
        "Escape" => Command::Leave,
        "F5" if pressed.shift => Command::Resume,
        "F5" => Command::Start,
        "." => Command::Toggle(Overlay::Black),
        "," => Command::Toggle(Overlay::White),
        "?" => Command::Toggle(Overlay::Help),
        // Clickers press these keys by their place, whatever the layout of the keyboard makes of them.
        _ if !pressed.shift && pressed.code == "Period" => Command::Toggle(Overlay::Black),
        _ if !pressed.shift && pressed.code == "Comma" => Command::Toggle(Overlay::White),
        key => return digit(key).or_else(|| if letters { letter(pressed) } else { None }),
    };
    Some(command)
}

fn digit(key: &str) -> Option<Command> {
    // Includes the digits of Arabic keyboards.
    let mut letters = key.chars();
    let (letter, end) = (letters.next()?, letters.next());
    let number = match letter {
        '0'..='9' => u32::from(letter) - u32::from('0'),
        '\u{0660}'..='\u{0669}' => u32::from(letter) - 0x0660,
        '\u{06F0}'..='\u{06F9}' => u32::from(letter) - 0x06F0,
        _ => return None,
    };
    end.is_none().then_some(Command::Digit(u8::try_from(number).ok()?))
}

fn letter(pressed: KeyPress<'_>) -> Option<Command> {
    let latin = pressed.key.len() == 1 && pressed.key.bytes().all(|byte| byte.is_ascii_alphabetic());
    let letter = if latin { pressed.key } else { pressed.code.strip_prefix("Key")? };
    Some(match letter.to_ascii_lowercase().as_str() {
        "b" => Command::Toggle(Overlay::Black),
        "w" => Command::Toggle(Overlay::White),
        "o" => Command::Toggle(Overlay::Overview),
        "h" => Command::Toggle(Overlay::Help),
        "q" => Command::Toggle(Overlay::Code),
        "k" => Command::Toggle(Overlay::Check),
        "p" => Command::Toggle(Overlay::Handouts),
        "a" => Command::Auto,
        "c" => Command::Captions,
        "f" => Command::FullScreen,
        "s" => Command::Speaker,
        _ => return None,
    })
}
