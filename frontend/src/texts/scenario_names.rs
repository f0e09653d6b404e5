//! What the built-in scenarios are called.

texts! {
    /// What the built-in scenarios are called.
    ScenarioNames {
        described: "As the tutorial describes it", "Seperti dijelaskan tutorial";
        listed: "As its code is printed", "Seperti kode yang tertulis";
        enumerated: "As its enum has it", "Seperti di enum";
        choreography: "Choreography", "Koreografi";
        overview: "The first diagram", "Diagram pertama";
    }
}
