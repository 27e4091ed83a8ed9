package archive

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"pressroom/internal/blob"
	"pressroom/internal/coalition"
	"pressroom/internal/compile"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	pmail "pressroom/internal/mail"
	"pressroom/internal/seal"
)

// readme says in the archive itself what it is.
const readme = `This is all that was kept of one release: what went out, to whom, and what became of it.

  dispatches/    each mailing: ledger.json has every delivery with the server's answer, every try that failed and the
                 SHA-256 of every message; snapshot.json is what it was made of, sources/ the text as it was written,
                 artefacts/ what it was compiled to (mail/ are the messages without what is somebody's own)
  blobs/         pictures, documents, templates and fonts, each under its SHA-256
  quotes.json    the history of the quotes, each event with the hash of the one before
  embargo.json   what happened to the embargo while it ran
  corrections.json  what was said of the release after it had gone out
  agreements.json   who has agreed to an embargo, a chain like that of the quotes; readers.json what they opened, where that is recorded
  manifest.json  every file with its SHA-256, but itself and manifest.sig
  manifest.sig   the signature of manifest.json (Ed25519, base64), by the key in key.pem

  pressroom archive check FILE

looks at every byte. Whose key it is, the press office's own pages say, at /.well-known/pressroom-key. Without the program:

  base64 -d manifest.sig > signature
  openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in manifest.json -sigfile signature

It holds names and addresses of people: keep it as you keep those.
`

// ErrNothing is returned where nothing of a release was ever scheduled.
var ErrNothing = errors.New("nothing of it has been scheduled, so there is nothing to keep")

// exporter writes one archive.
type exporter struct {
	*Office
	ctx  context.Context
	out  packer
	list []listed
	blob map[string]bool // that are in it
}

// Export writes all that is kept of a release to w, an empty file, signed by a key. What
// is damaged in the database is an error that names it, and never left out. The ledger of
// a mailing is written as it is read: however many people are in it, few are in memory.
func (o *Office) Export(ctx context.Context, slug string, key *seal.Key, w io.WriteSeeker) error {
	all, err := o.Ledger.Dispatches(ctx, slug)
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(d *ledger.Dispatch) bool { return slug == "" || d.State == ledger.Planning })
	if len(all) == 0 {
		return fmt.Errorf("%s: %w", slug, ErrNothing)
	}
	x := &exporter{Office: o, ctx: ctx, out: packer{w: w}, blob: make(map[string]bool)}
	public, err := key.Public().MarshalText()
	if err != nil {
		return err
	}
	if err := x.add("README.txt", []byte(readme)); err != nil {
		return err
	}
	if err := x.add(keyName, public); err != nil {
		return err
	}
	for _, d := range all {
		if err := x.dispatch(d); err != nil {
			return err
		}
	}
	if err := x.beside(slug); err != nil {
		return err
	}
	return x.sign(slug, key)
}

func (x *exporter) add(name string, data []byte) error {
	x.list = append(x.list, listed{name, int64(len(data)), blob.Digest(data)})
	return x.out.add(Part{name, data})
}

// stream adds a part that is written piece by piece.
func (x *exporter) stream(name string, body func(*bufio.Writer) error) error {
	sum := sha256.New()
	size, err := x.out.stream(name, func(w io.Writer) error {
		b := bufio.NewWriterSize(io.MultiWriter(w, sum), 64<<10)
		if err := body(b); err != nil {
			return err
		}
		return b.Flush()
	})
	x.list = append(x.list, listed{name, size, hex.EncodeToString(sum.Sum(nil))})
	return err
}

func (x *exporter) json(name string, v any) error {
	data, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return x.add(name, append(data, '\n'))
}

// beside writes what belongs to no mailing.
func (x *exporter) beside(slug string) error {
	events, err := x.Quotes.Events(x.ctx, slug)
	if err != nil {
		return err
	}
	if events == nil {
		events = []*coalition.Event{}
	}
	if err := x.json("quotes.json", map[string]any{"release": slug, "events": events}); err != nil {
		return err
	}
	turns, err := x.Ledger.Turns(x.ctx, slug)
	if err != nil {
		return err
	}
	told := make([]turn, len(turns))
	for i, t := range turns {
		told[i] = turn{t.What, t.Number, t.At, instant(t.Before), instant(t.Instant), t.Reason}
	}
	if err := x.json("embargo.json", map[string]any{"release": slug, "events": told}); err != nil {
		return err
	}
	amendments, err := x.Ledger.Amendments(x.ctx, slug)
	if err != nil {
		return err
	}
	said := make([]amendment, len(amendments))
	for i, a := range amendments {
		said[i] = amendment{a.Number, a.Grade, a.At, a.Sentences, a.NoRepeat, a.Instead, a.Dispatch, a.Mailing}
	}
	if err := x.json("corrections.json", map[string]any{"release": slug, "corrections": said}); err != nil {
		return err
	}
	for _, also := range x.Also {
		name, v, err := also(x.ctx, slug)
		if err == nil {
			err = x.json(name, v)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

type amendment struct {
	Number    int               `json:"number"`
	Grade     string            `json:"grade"`
	At        time.Time         `json:"at"`
	Sentences map[string]string `json:"sentences"` // by language
	NoRepeat  bool              `json:"no_repeat,omitempty"`
	Instead   string            `json:"instead,omitempty"`
	Dispatch  string            `json:"dispatch,omitempty"`
	Mailing   string            `json:"mailing,omitempty"`
}

type turn struct {
	What    ledger.TurnKind `json:"what"`
	Number  int             `json:"number"`
	At      time.Time       `json:"at"`
	Before  *time.Time      `json:"before,omitempty"`
	Instant *time.Time      `json:"instant,omitempty"`
	Reason  string          `json:"reason,omitempty"`
}

// instant is a time, nil for none.
func instant(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

// sign writes the manifest, its signature and the directory.
func (x *exporter) sign(slug string, key *seal.Key) error {
	m := manifest{Format: format, Release: slug, Made: x.Now().UTC().Truncate(time.Second), Key: key.Public().Fingerprint(), Files: x.list}
	document, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return fmt.Errorf("writing the manifest: %w", err)
	}
	if err := x.out.add(Part{manifestName, document}); err != nil {
		return err
	}
	if err := x.out.add(Part{signatureName, []byte(key.Sign(document) + "\n")}); err != nil {
		return err
	}
	return x.out.close()
}

// dispatch writes one mailing.
func (x *exporter) dispatch(d *ledger.Dispatch) error {
	_, round, ok := strings.Cut(d.ID, "/")
	if !ok {
		return fmt.Errorf("%s is no mailing's name", d.ID)
	}
	folder := "dispatches/" + escaped(round) + "/"
	if err := x.ledger(folder, d); err != nil {
		return err
	}
	snapshot, err := x.Ledger.Snapshot(x.ctx, d.ID)
	if err != nil {
		return err
	}
	if err := x.add(folder+"snapshot.json", snapshot); err != nil {
		return err
	}
	record, err := compile.ReadRecord(snapshot)
	if errors.Is(err, compile.ErrNoSource) && d.Kind == embargo.Notice {
		record, err = new(compile.Record), nil // letters, whose words are in their artefacts alone
	}
	if err != nil {
		return fmt.Errorf("the snapshot of %s: %w", d.ID, err)
	}
	for _, s := range record.Sources {
		if err := x.add(folder+"sources/"+escaped(path.Base(s.Name)), s.Data); err != nil {
			return err
		}
	}
	named := slices.Concat(slices.Collect(maps.Values(record.Files)), slices.Collect(maps.Values(record.Patterns)),
		slices.Collect(maps.Values(record.Templates)), record.Parts)
	for _, f := range record.Fonts {
		named = append(named, f.Regular.Digest, f.Bold.Digest)
	}
	names, err := x.Ledger.ArtefactNames(x.ctx, d.ID)
	if err != nil {
		return err
	}
	for _, n := range names {
		data, err := x.Ledger.Artefact(x.ctx, d.ID, n)
		if err != nil {
			return err
		}
		if err := x.add(folder+"artefacts/"+escaped(n), data); err != nil {
			return err
		}
		if strings.HasPrefix(n, "mail/") {
			keys, err := pmail.FileKeys(data)
			if err != nil {
				return err
			}
			named = append(named, keys...)
		}
	}
	return x.blobs(d.ID, named)
}

// blobs writes what is kept under digests, each once.
func (x *exporter) blobs(dispatch string, digests []string) error {
	slices.Sort(digests)
	for _, digest := range digests {
		if digest == "" || x.blob[digest] {
			continue
		}
		x.blob[digest] = true
		data, err := x.Ledger.BlobOf(x.ctx, dispatch, "a part of it", digest)
		if err != nil {
			return err
		}
		if err := x.add("blobs/"+digest, data); err != nil {
			return err
		}
	}
	return nil
}

// escaped is a name as a part can be called: whatever else stands in it as % and two
// digits, and so does a dot that begins a step.
func escaped(name string) string {
	var b strings.Builder
	begins := true
	for i := 0; i < len(name); i++ {
		c := name[i]
		if begins && c == '.' || c == '%' || !validName("a"+string(rune(c))+"a") {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
		begins = c == '/'
	}
	return b.String()
}
