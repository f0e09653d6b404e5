//! What has happened, told at a place of a run: the answer to why something did, and above all why nothing did.

texts! {
    /// The words of what has happened; no sentence is longer than 25 words.
    StoryTexts {
        no_services: "This scenario has no service: nobody ever looks at the key.",
            "Skenario ini belum punya servis: tidak ada yang memeriksa key.";
        nobody_runs: "No service is running, so nobody looks at the key. Start one.",
            "Tidak ada servis yang berjalan, jadi tidak ada yang memeriksa key. Jalankan salah satu.";
        nobody_runs_here: "No service runs here: each is left to others. Start one to run it on this page.",
            "Tidak ada servis yang berjalan di sini: semuanya diserahkan ke yang lain. Jalankan satu untuk memakainya di halaman ini.";
        store_away: "Redis cannot be reached: what is shown is what it held last. Services here cannot look meanwhile.",
            "Redis tidak bisa dihubungi: yang terlihat adalah isi terakhirnya. Servis di sini tidak bisa memeriksa.";
        link_lost: "Connection lost: what is shown is what the key held last. Services here cannot look meanwhile.",
            "Koneksi terputus: yang terlihat adalah isi key yang terakhir. Servis di sini tidak bisa memeriksa.";
        nobody_runs_yet: "No service has started yet. They start by themselves when time runs.",
            "Belum ada servis yang berjalan. Semuanya mulai sendiri saat waktu berjalan.";

        ahead_one: "One command of this run is still to come, at {clock}.",
            "Masih ada satu perintah di simulasi ini, pada {clock}.";
        ahead_many: "{count} commands of this run are still to come, the next at {clock}.",
            "Masih ada {count} perintah di simulasi ini, yang berikutnya pada {clock}.";

        took: "{service} took {state} at its next look, {time} after it was set.",
            "{service} mengambil {state} saat memeriksa lagi, {time} setelah state itu masuk.";
        took_at_once: "{service} took {state} the moment it was set.",
            "{service} langsung mengambil {state} begitu state itu masuk.";
        took_when_seen: "{service} took {state} the moment it was seen here.",
            "{service} langsung mengambil {state} begitu terlihat di sini.";
        took_too: "{service} took {state} too: nobody checks whether somebody is at it already.",
            "{service} ikut mengambil {state}: tidak ada yang mengecek apakah state itu sudah dikerjakan.";
        works_until: "{service} is working until {clock}, then sets the key to {state}.",
            "{service} sedang bekerja sampai {clock}, lalu mengganti state menjadi {state}.";
        crashed_over_it: "{service} crashed while working on {state}: that work is never finished.",
            "{service} dimatikan paksa saat mengerjakan {state}: pekerjaannya tidak pernah selesai.";

        done: "{service} is done and has set the key to {state}.",
            "{service} selesai dan mengganti state menjadi {state}.";
        nobody_after_done: "Nobody acts on {state}: it stays in the key until another state comes.",
            "Tidak ada servis yang menanggapi {state}: isi key tetap begitu sampai ada state lain.";
        nobody_acts: "Nobody acts on {state}: no service has it among its states.",
            "Tidak ada servis yang menanggapi {state}: bukan state yang diizinkan untuk servis mana pun.";

        nobody_acts_here: "Nobody here acts on {state}: no service of this page has it among its states.",
            "Di sini tidak ada servis yang menanggapi {state}: bukan state yang diizinkan untuk servis mana pun.";
        no_state: "{state} is no state: services compare letter by letter, so nobody acts on it.",
            "{state} bukan state: servis membandingkan huruf demi huruf, jadi tidak ada yang menanggapi.";

        will_take: "{state} is waiting: {service} takes it at its next look, at {clock}.",
            "{state} menunggu: {service} akan mengambilnya saat memeriksa lagi, pada {clock}.";
        will_take_too: "{service} also takes {state} if it still finds it at {clock}.",
            "{service} juga akan mengambil {state} kalau masih ada pada {clock}.";
        takes_its_own: "{service} set {state} itself and acts on it: it takes it again at {clock}.",
            "{service} menanggapi {state} yang ditulisnya sendiri, jadi akan mengambilnya lagi pada {clock}.";
        waits_for_worker: "{state} is waiting: {service} acts on it, but is still working until {clock}.",
            "{state} menunggu: {service} menanggapinya, tapi masih bekerja sampai {clock}.";
        will_overwrite: "Then {service} sets the key to {next} without looking: unless taken by then, {state} is lost.",
            "Setelah itu {service} mengganti state menjadi {next} tanpa memeriksa: kalau belum diambil, {state} hilang.";
        waits_for_start: "{state} is waiting: {service} acts on it, but starts only at {clock}.",
            "{state} menunggu: {service} menanggapinya, tapi baru mulai pada {clock}.";
        waits_not_started: "{state} is waiting: {service} acts on it, but is not started. Start it.",
            "{state} menunggu: {service} menanggapinya, tapi belum berjalan. Jalankan dulu.";
        waits_for_others: "{service} acts on {state}, but is left to others. Start it to run it here.",
            "{service} menanggapi {state}, tapi diserahkan ke yang lain. Jalankan supaya bekerja di sini.";
        waits_stopped: "{state} is waiting: {service} acts on it, but is stopped. Restart it.",
            "{state} menunggu: {service} menanggapinya, tapi sedang berhenti. Jalankan ulang.";
        waits_crashed: "{state} is waiting: {service} acts on it, but has crashed. Restart it.",
            "{state} menunggu: {service} menanggapinya, tapi dimatikan paksa. Jalankan ulang.";

        missed_asleep: "{service} acts on {state}, but was asleep: its next look, at {clock}, came too late.",
            "{service} menanggapi {state}, tapi sedang tidur dan baru memeriksa lagi pada {clock}: terlambat.";
        missed_working: "{service} acts on {state}, but was working until {clock} and could not look.",
            "{service} menanggapi {state}, tapi sedang bekerja sampai {clock}, jadi tidak bisa memeriksa.";
        missed_overwriting: "{service} acts on {state}, but was working and wrote without looking.",
            "{service} menanggapi {state}, tapi sedang bekerja dan menulis tanpa memeriksa dulu.";
        missed_not_started: "{service} acts on {state}, but was not started.",
            "{service} menanggapi {state}, tapi belum dijalankan.";
        missed_stopped: "{service} acts on {state}, but was stopped.",
            "{service} menanggapi {state}, tapi sedang berhenti.";
        missed_crashed: "{service} acts on {state}, but had crashed.",
            "{service} menanggapi {state}, tapi sudah dimatikan paksa.";

        passes_next: "{service} looks at {clock} and will let it pass: {state} is not one of its states.",
            "{service} memeriksa lagi pada {clock} dan akan melewatkannya: {state} bukan state yang diizinkan.";
        passed_one: "{service} looked once and let it pass: {state} is not one of its states.",
            "{service} memeriksa sekali dan melewatkannya: {state} bukan state yang diizinkan.";
        passed_many: "{service} looked {count} times and let it pass: {state} is not one of its states.",
            "{service} memeriksa {count} kali dan melewatkannya: {state} bukan state yang diizinkan.";
        works_on_other: "{service} is working on {state} until {clock}, then sets the key to {next}, whatever it holds.",
            "{service} mengerjakan {state} sampai {clock}, lalu mengganti state menjadi {next}, apa pun isi key.";
        starts_at: "{service} starts at {clock}; until then it does not look.",
            "{service} baru mulai pada {clock}; sebelum itu ia tidak memeriksa.";
        not_started: "{service} is not started: it does not look.",
            "{service} belum dijalankan, jadi tidak memeriksa.";
        left_to_others: "{service} is left to others: whether it runs elsewhere, nobody here knows.",
            "{service} diserahkan ke yang lain: entah berjalan di tempat lain atau tidak.";
        is_stopped: "{service} is stopped: it does not look.",
            "{service} sedang berhenti, jadi tidak memeriksa.";
        is_crashed: "{service} has crashed: it does not look.",
            "{service} dimatikan paksa, jadi tidak memeriksa.";
        more_one: "One more service is in this scenario.", "Masih ada satu servis lain di skenario ini.";
        more_many: "{count} more services are in this scenario.", "Masih ada {count} servis lain di skenario ini.";
    }
}
