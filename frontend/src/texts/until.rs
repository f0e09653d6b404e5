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

        title: "Run until …", "Maju sampai …";
        a_time: "a point in time …", "suatu waktu …";
        above_some: "“{measure}” is above …", "“{measure}” lebih dari …";
        seconds: "seconds", "detik";
        count: "number", "angka";
        no_count: "A whole number goes here.", "Isi dengan bilangan bulat.";
        go: "Go there now", "Langsung ke sana";
        play: "Play until then", "Putar sampai itu";
        keep: "Keep as breakpoint", "Simpan sebagai breakpoint";
        ahead: "Run ahead", "Maju cepat";
        ahead_hint: "From the place that you look at, as quickly as the browser can.",
            "Dari posisi yang kamu lihat, secepat browser bisa.";
        hour: "1 hour", "1 jam";
        day: "24 hours", "24 jam";
        next_loss: "Until the next loss", "Sampai ada yang hilang";
        breakpoints: "Breakpoints", "Breakpoint";
        no_breakpoints: "Time stops at a breakpoint whenever it comes by one, forwards or backwards. Keep one: choose what to wait for.",
            "Waktu berhenti setiap kali melewati breakpoint, maju maupun mundur. Buat satu: pilih apa yang ditunggu.";
        anywhere: "What waits for an event or a number has no place on the timeline beforehand: its sign stands beside the axis.",
            "Breakpoint yang menunggu kejadian atau angka belum punya tempat di garis waktu: tandanya ada di sebelah sumbu waktu.";
        kept: "Breakpoint kept: {condition}.", "Breakpoint tersimpan: {condition}.";
        removed: "Breakpoint removed: {condition}.", "Breakpoint dihapus: {condition}.";
        loop_kept: "Looping from {from} to {until}.", "Mengulang dari {from} sampai {until}.";
        loop_ended: "The loop has ended.", "Pengulangan berakhir.";
        remove: "Remove breakpoint: {condition}", "Hapus breakpoint: {condition}";
        loop_title: "Loop", "Ulang terus";
        loop_from: "from, in seconds", "dari, dalam detik";
        loop_until: "to, in seconds", "sampai, dalam detik";
        loop_set: "Loop this", "Ulangi bagian ini";
        loop_window: "Loop what the timeline shows", "Ulangi yang tampak di garis waktu";
        loop_nothing: "There is nothing between these.", "Tidak ada apa-apa di antaranya.";
        reached: "Here it is: {condition}.", "Sudah sampai: {condition}.";
        breakpoint_hit: "Breakpoint: {condition}.", "Breakpoint: {condition}.";
        never: "From here on this never comes by itself: {condition}.",
            "Kalau dibiarkan, ini tidak akan terjadi: {condition}.";
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
