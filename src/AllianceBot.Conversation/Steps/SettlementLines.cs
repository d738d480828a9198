using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>
/// Promises of a settlement, written as one line each: what | who does it | who receives it | by when, and after that, if
/// wanted, how anyone can tell that it is done.
/// </summary>
internal static class SettlementLines
{
    /// <summary>The promises, and the first line that cannot be read.</summary>
    public static (ValueList<SettlementPromise> Promises, string? Unread) Read(Scene scene, CaseCard card, string? said)
    {
        var promises = new List<SettlementPromise>();
        foreach (var line in (said ?? "").Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Promise(scene, card, line, promises.Count) is not { } promise) return (promises.ToValueList(), line);
            promises.Add(promise);
        }

        return (promises.ToValueList(), null);
    }

    private static SettlementPromise? Promise(Scene scene, CaseCard card, string line, int at)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        if (parts.Length is < 4 or > 5 || parts[0].Length == 0) return null;
        if (Party(scene, card, parts[1]) is not var (doer, doing) || Party(scene, card, parts[2]) is not var (receiver, receiving)) return null;
        if (new Dates(GrammarWords.English.Dates, scene.Alliance.DateOf(scene.Now), "").Whole(parts[3])?.Date is not { } due) return null;
        var what = scene.Say(10 + (at * 2), parts[0]);
        var done = scene.Say(11 + (at * 2), parts.Length > 4 && parts[4].Length > 0 ? parts[4] : parts[0]);
        return new(new($"{scene.Ask.Value}{(char)('a' + at)}"), new(what, done, due, doing, doer, receiving, receiver, null));
    }

    /// <summary>One of the people in the case, or of a party its first one.</summary>
    private static (PersonId? Person, PartnerId Partner)? Party(Scene scene, CaseCard card, string name)
    {
        if (ConflictFields.Who(scene, name) is not { } who) return null;
        foreach (var party in card.Parties)
        {
            if (who == (Subject)party.Partner.Id) return (party.People.Count > 0 ? party.People[0].Id : null, party.Partner.Id);
            if (party.People.Any(person => (Subject)person.Id == who)) return (new PersonId(who.Id), party.Partner.Id);
        }

        return null;
    }
}
