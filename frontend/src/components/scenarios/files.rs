//! Save the run to a file, open a file.

use std::rc::Rc;

use event_pattern::Scenario;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::run::Picture;
use crate::shell::{Conductor, files};
use crate::state::Dispatch;
use crate::texts::scenarios::ScenariosTexts;

/// Save the run to a file, open a file.
pub(super) fn files_part(
    texts: &ScenariosTexts,
    picture: &Rc<Picture>,
    conductor: Conductor,
    dispatch: Dispatch,
) -> Html {
    let save = {
        let (picture, dispatch) = (picture.clone(), dispatch.clone());
        move |_: MouseEvent| {
            let scenario = with_given(&picture);
            files::save(&file_name(&scenario.name), "application/json", &scenario.to_json(), &dispatch);
        }
    };
    let open = move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            files::open(file, conductor.clone(), dispatch.clone());
        }
        // The same file again, mended meanwhile, must count as a choice.
        field.set_value("");
    };
    html! {
        <section class="section files" aria-labelledby="files-title">
            <h3 id="files-title">{ texts.files }</h3>
            <p class="hint">{ texts.files_hint }</p>
            <div class="row">
                <button type="button" class="button" data-testid="save-file" onclick={save}>{ texts.save }</button>
                <label class="button file-button">
                    { texts.open_file }
                    <input type="file" class="visually-hidden" data-testid="open-file" accept=".json,application/json"
                        onchange={open} />
                </label>
                <span class="hint">{ texts.or_drop }</span>
            </div>
        </section>
    }
}

/// The scenario with the commands that were given so far: what an exact replay needs.
fn with_given(picture: &Picture) -> Scenario {
    let mut scenario = Scenario::clone(&picture.trace.header().scenario);
    scenario.commands.extend(picture.given.iter().cloned());
    scenario
}

/// A file name that every system takes: the scenario's own, without what is special somewhere.
fn file_name(scenario: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let name: String = scenario.chars().take(60).map(plain).collect();
    let words: Vec<&str> = name.split('-').filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        [] => "scenario.json".to_owned(),
        words => words.join("-") + ".json",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_is_plain() {
        assert_eq!(file_name("As the tutorial describes it"), "as-the-tutorial-describes-it.json");
        assert_eq!(file_name("../Toko: \"é\""), "toko.json");
        assert_eq!(file_name("!"), "scenario.json");
    }
}
