//! The stage: what is written on and said of publisher, broker, services and receiver.

texts! {
    /// The stage's words.
    StageTexts {
        graph: "The graph: who sends what to whom", "Graf: siapa mengirim apa ke siapa";
        graph_keys: "Arrow keys move from node to node, Enter opens one.",
            "Tombol panah untuk berpindah, Enter untuk membuka.";

        published_none: "has not published yet", "belum mengirim state";
        published_one: "published 1 state", "sudah mengirim 1 state";
        published_many: "published {count} states", "sudah mengirim {count} state";
        published_last: "at {time}", "pada {time}";
        publisher_said: "Publisher: {published}.", "Publisher: {published}.";
        publisher_last_said: "The last one was {state}, at {time}.", "Yang terakhir {state}, pada {time}.";

        key_holds: "key {key} holds", "isi key {key}";
        key_empty: "empty", "kosong";
        key_never_set: "nobody has set it yet", "belum ada yang mengisinya";
        set_by_publisher: "set by the publisher at {time}", "diisi publisher pada {time}";
        set_by_service: "set by {service} at {time}", "diisi {service} pada {time}";
        set_by_other: "set by {who} at {time}", "diisi {who} pada {time}";
        set_elsewhere: "set elsewhere, seen at {time}", "diisi dari tempat lain, terlihat pada {time}";
        found: "was there already at {time}", "sudah ada pada {time}";
        broker_said: "Broker: the key {key} holds {state}, {set}.", "Broker: isi key {key} adalah {state}, {set}.";
        broker_hint_said: "Broker: the key {key} holds {state}, {set}; {hint}.",
            "Broker: isi key {key} adalah {state}, {set}; {hint}.";
        broker_empty_said: "Broker: the key {key} is empty.", "Broker: key {key} kosong.";

        waits_for: "waits until {service} looks", "menunggu {service} memeriksa";
        waits_for_many: "waits until one of {count} services looks", "menunggu salah satu dari {count} servis memeriksa";
        waits_in_vain: "waits, but whoever acts on it is not running",
            "menunggu, tapi servis yang menanggapinya tidak berjalan";
        waits_for_others: "left to others: nobody here knows whether they see it",
            "diserahkan ke yang lain: di sini tidak terlihat diambil atau tidak";
        store_away: "Redis is away: this is what it held last", "Redis tidak bisa dihubungi: ini isi terakhirnya";
        link_lost: "connection lost: this is what it held last", "koneksi terputus: ini isi terakhirnya";
        nobody_acts: "nobody acts on it", "tidak ada servis yang menanggapi";
        taken_by: "taken by {service}", "diambil {service}";
        taken_by_many: "taken {count} times", "diambil {count} kali";
        lost: "lost", "hilang";
        lost_said: "{state} was lost.", "{state} hilang.";

        sleeping: "sleeping until its next look", "tidur sampai memeriksa lagi";
        looking_fast: "looks every {time}", "memeriksa tiap {time}";
        working: "working, then sets {state}", "bekerja, lalu state menjadi {state}";
        stopping: "finishes, then stops", "menyelesaikan pekerjaan, lalu berhenti";
        stopped: "stopped", "berhenti";
        crashed: "crashed", "dimatikan paksa";
        not_started: "not started", "belum dijalankan";
        left_to_others: "left to others", "diserahkan ke yang lain";
        starts_at: "not started, starts at {time}", "belum dijalankan, mulai pada {time}";

        sleeping_short: "sleeping", "tidur";
        looking_short: "every {time}", "tiap {time}";
        working_short: "working", "bekerja";
        stopping_short: "finishing", "menyelesaikan";
        left_to_others_short: "others", "yang lain";
        not_started_short: "not started", "belum jalan";

        service_said: "Service {service}: {phase}.", "Servis {service}: {phase}.";
        acts_on: "Acts on {states}.", "Menanggapi {states}.";
        acts_on_nothing: "acts on no state", "tidak menanggapi state apa pun";
        acts_on_nothing_said: "Acts on no state.", "Tidak menanggapi state apa pun.";
        more_states: "+{count} more", "+{count} lagi";
        more_states_short: "+{count}", "+{count}";
        matches: "The key holds one of its states.", "Isi key termasuk state yang diizinkan.";
        next_look_in: "Its next look is in {time}; it looks every {interval}.",
            "Pemeriksaan berikutnya {time} lagi; ia memeriksa tiap {interval}.";
        looks_every: "It looks every {interval}.", "Ia memeriksa tiap {interval}.";
        done_in: "Its work on {state} is done in {time}.", "Pekerjaannya untuk {state} selesai {time} lagi.";

        seconds_unit: "s", "dtk";
        minutes_unit: "min", "mnt";

        results_none: "no result yet", "belum ada hasil";
        results_one: "1 result", "1 hasil";
        results_many: "{count} results", "{count} hasil";
        results_hint: "finished work is reported here", "hasil pekerjaan dilaporkan ke sini";
        receiver_said: "{receiver}: {results}.", "{receiver}: {results}.";

        not_drawn: "{count} more services run but are not drawn.", "Masih ada {count} servis lagi yang tidak digambar.";
    }
}
