package main

import (
	"bytes"
	"fmt"
	"strings"

	formats "github.com/transparency-dev/formats/note"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type key struct {
	Skey string `json:"skey"`
	Vkey string `json:"vkey"`
}

// keyOf makes a key of a name and a byte that its seed repeats: known to all, for tests only.
func keyOf(name string, seed byte) key {
	skey, vkey, err := note.GenerateKey(bytes.NewReader(bytes.Repeat([]byte{seed}, 64)), name)
	must(err)
	return key{skey, vkey}
}

var (
	logKey   = keyOf("log.example/golden", 1)
	otherKey = keyOf("other.example/golden", 2)
	w1Key    = keyOf("witness.example/w1", 3)
	w2Key    = keyOf("witness.example/w2", 4)
)

type signedNote struct {
	Text string `json:"text"`
	Keys []key  `json:"keys"`
	Note string `json:"note"`
}

func sign(text string, keys ...key) signedNote {
	signers := []note.Signer{}
	for _, key := range keys {
		signers = append(signers, got(note.NewSigner(key.Skey)))
	}
	return signedNote{text, keys, string(got(note.Sign(&note.Note{Text: text}, signers...)))}
}

func checkpointOf(t *tree, size int64, extensions ...string) string {
	root := tlog.Hash{0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24,
		0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55}
	if size > 0 {
		root = got(tlog.TreeHash(size, t))
	}
	lines := append([]string{"log.example/golden", fmt.Sprint(size), encode(root)}, extensions...)
	return strings.Join(lines, "\n") + "\n"
}

// makeNotes signs texts of every form that a note may have; keys of two logs.
func makeNotes() []signedNote {
	t := newTree(70)
	return []signedNote{
		sign("a line\n", logKey),
		sign("a line\n", logKey, otherKey),
		sign("\n", logKey),
		sign("a line\n\na blank line before\n\n", logKey),
		sign("әліпби\n— not a signature AAAA\n\ntrafitto da un raggio di sole 🏠\n", otherKey),
		sign(string(tlog.FormatTree(tlog.Tree{N: 70, Hash: got(tlog.TreeHash(70, t))})), logKey),
		sign(checkpointOf(t, 0), logKey),
		sign(checkpointOf(t, 1), logKey),
		sign(checkpointOf(t, 70), logKey, otherKey),
		sign(checkpointOf(t, 70, "an extension", "another"), logKey),
	}
}

type cosignedNote struct {
	Size      int64   `json:"size"`
	Log       key     `json:"log"`
	Witnesses []key   `json:"witnesses"`
	Note      string  `json:"note"`
	Seconds   []int64 `json:"seconds"`
}

// makeCosigned signs with the time of now, so its file is another each time.
func makeCosigned() []cosignedNote {
	t := newTree(70)
	made := []cosignedNote{}
	for _, size := range []int64{1, 70} {
		witnesses := []key{}
		signers := []note.Signer{got(note.NewSigner(logKey.Skey))}
		for _, key := range []key{w1Key, w2Key} {
			signers = append(signers, got(formats.NewSignerForCosignatureV1(key.Skey)))
			key.Vkey = got(formats.VKeyToCosignatureV1(key.Vkey))
			witnesses = append(witnesses, key)
		}
		signed := got(note.Sign(&note.Note{Text: checkpointOf(t, size)}, signers...))
		made = append(made, cosignedNote{size, logKey, witnesses, string(signed), secondsOf(signed, witnesses)})
	}
	return made
}

func secondsOf(signed []byte, witnesses []key) []int64 {
	verifiers := []note.Verifier{}
	for _, key := range witnesses {
		verifiers = append(verifiers, got(formats.NewVerifierForCosignatureV1(key.Vkey)))
	}
	seconds := []int64{}
	for _, signature := range got(note.Open(signed, note.VerifierList(verifiers...))).Sigs {
		seconds = append(seconds, got(formats.CoSigV1Timestamp(signature)).Unix())
	}
	return seconds
}
