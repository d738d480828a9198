using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>What becomes of an append once it is durable: whom to wake, what to remember.</summary>
internal interface IAfterwards
{
    /// <param name="append">What is durable.</param>
    /// <param name="events">Its events.</param>
    /// <param name="shown">The card that the turn shows by itself, if any.</param>
    void Written(Append append, IReadOnlyList<AllianceEvent> events, ShownRow? shown);

    /// <summary>Words died, now or before this was read.</summary>
    void Forgotten(AllianceId alliance, ForgettingEvent happened);
}

/// <summary>Brings events into the form of one append: bytes, sealed words, notices, directory changes, the next due instant.</summary>
internal sealed class Writing(Chance chance, NoticeRows notices, IAfterwards afterwards)
{
    private readonly List<Words> words = [];

    public Chance Chance => chance;

    /// <summary>Folds the events and writes them down. Sealing comes last, as it is remembered at once.</summary>
    public Append Write(
        Append onto, Alliance before, Outcome.Happened outcome, AskJob job, Shelves shelves, out Alliance after)
    {
        var (rows, events) = (new List<NewNotice>(), outcome.Events);
        after = before;
        foreach (var happened in events)
        {
            var was = after;
            // Deciding folded them already; only the states between several are needed once more.
            after = events.Count == 1 && outcome.After is { } folded ? folded : AllianceDecider.Evolve(was, happened);
            NoticeRows.Add(rows, was, happened, after, onto.ExpectedVersion);
        }

        if (job.Envelope.Confirm is { } confirm) notices.Add(rows, after, confirm, job.By, onto.ExpectedVersion);
        var transport = job.Envelope.Transport.Length > 0 ? job.Envelope.Transport : null;
        return Stored(onto, events, job.Command.Ask, transport, shelves) with
        {
            Notices = rows,
            Directory = job.Envelope.Directory,
            NextDue = after.NextDue,
        };
    }

    /// <summary>A past that was decided elsewhere, as one append: an import. Only the notices handed over are kept.</summary>
    public Append Write(AllianceId alliance, ValueList<AllianceEvent> past, IReadOnlyList<NewNotice> rows, Alliance after) =>
        Stored(new Append(alliance, 0), past, past[^1].Ask, null, new Shelves(chance)) with { Notices = rows, NextDue = after.NextDue };

    private Append Stored(Append onto, ValueList<AllianceEvent> events, AskId ask, string? transport, Shelves shelves)
    {
        var (stored, sealedWords, keys) = (new EventRow[events.Count], new List<WordsRow>(), new List<KeyRow>());
        for (var i = 0; i < stored.Length; i++)
        {
            words.Clear();
            var (name, json) = EventJson.Instance.Write(events[i], words);
            shelves.Close(events[i].Shelf, words, sealedWords, keys);
            stored[i] = new(name, json, ask.Value, transport);
        }

        var forgotten = events.OfType<ForgettingEvent>().ToList();
        if (forgotten.Count == 0) return onto with { Events = stored, Words = sealedWords, Keys = keys };
        string[] gone = [.. forgotten.SelectMany(static one => one.Shelves).Select(static shelf => shelf.Value)];
        shelves.Forget(gone);
        return onto with
        {
            Events = stored,
            Words = sealedWords,
            Keys = keys,
            EraseShelves = gone,
            EraseWords = [.. forgotten.SelectMany(static one => one.Words)],
        };
    }

    public void Forgotten(AllianceId alliance, ForgettingEvent happened) => afterwards.Forgotten(alliance, happened);

    public void Written(Append append, IReadOnlyList<AllianceEvent> events, ShownRow? shown) => afterwards.Written(append, events, shown);
}
