//! What a run is run until: conditions, breakpoints, loops.

texts! {
    /// What a run is run until: conditions, breakpoints, loops.
    UntilTexts {
        at: "it is {time}", "waktunya {time}";
        loss: "a state is lost", "ada state yang hilang";
        published: "something is published", "ada state yang dikirim";
        changed: "the key changes", "isi key berubah";
        work_started: "a service starts to work", "ada servis yang mulai bekerja";
        work_finished: "a service finishes its work", "ada servis yang selesai bekerja";
        crashed: "a service crashes", "ada servis yang dimatikan paksa";
        kind: "{kind} is recorded", "{kind} tercatat";
        actor: "{actor} does something", "{actor} melakukan sesuatu";
        publisher: "the publisher", "publisher";
        gone: "a service of another branch", "servis dari cabang lain";
        above: "“{measure}” is above {value}", "“{measure}” lebih dari {value}";

        reached: "Here it is: {condition}.", "Sudah sampai: {condition}.";
        breakpoint_hit: "Breakpoint: {condition}.", "Breakpoint: {condition}.";
        never: "From here on this never comes by itself: {condition}.",
            "Mulai dari sini ini tidak akan terjadi dengan sendirinya: {condition}.";
        full: "The record is full before this came: {condition}. A browser can hold no more.",
            "Rekaman sudah penuh sebelum ini terjadi: {condition}. Browser tidak bisa menampung lebih banyak.";
        passed: "That is in the past: go there by the timeline, or choose a later time.",
            "Waktu itu sudah lewat: buka lewat garis waktu, atau pilih waktu yang lebih nanti.";
        too_many: "There are as many breakpoints as a run can watch: remove one first.",
            "Breakpoint sudah sebanyak yang bisa dipantau: hapus salah satu dulu.";
        running: "Running ahead until {condition}: now at {time}", "Melaju sampai {condition}: sekarang {time}";
        playing: "Playing until {condition}", "Memutar sampai {condition}";
        stop: "Stop", "Hentikan";
        progress: "How far it is", "Sejauh mana";
    }
}
