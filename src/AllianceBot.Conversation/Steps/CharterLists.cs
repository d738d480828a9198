using AllianceBot.Domain;
using NodaTime.Text;

namespace AllianceBot.Conversation;

/// <summary>Sections that are lists, written as one line each: what stayed the same keeps its entry, so that differences are true.</summary>
internal static class CharterLists
{
    /// <summary>Between a goal and its date, and between two partners of a tie.</summary>
    private const string Mark = " | ";

    /// <summary>A section of the draft as it stands in a form.</summary>
    public static string TextOf(Scene scene, CharterSection section, CharterText draft) => section switch
    {
        CharterSection.Goals => Joined(draft.Goals.Select(static goal =>
            goal.By is { } by ? $"{goal.Text.Text}{Mark}{LocalDatePattern.Iso.Format(by)}" : goal.Text.Text ?? "")),
        CharterSection.Does => Joined(draft.Does.Select(static words => words.Text ?? "")),
        CharterSection.DoesNot => Joined(draft.DoesNot.Select(static words => words.Text ?? "")),
        CharterSection.Funding => Joined(draft.Funding.Select(tie => $"{Name(scene, tie.Funder)}{Mark}{Name(scene, tie.Funded)}")),
        _ => CharterFold.Text(draft, section)?.Text ?? "",
    };

    /// <summary>What a filled form writes in the draft.</summary>
    public static CharterEdit Edit(Scene scene, CharterSection section, CharterText draft, string text) => section switch
    {
        CharterSection.Goals => new() { Goals = Lines(text).Select((line, at) => Goal(scene, draft, line, at)).ToValueList() },
        CharterSection.Does => new() { Does = Lines(text).Select((line, at) => Kept(scene, draft.Does, line, at)).ToValueList() },
        CharterSection.DoesNot => new() { DoesNot = Lines(text).Select((line, at) => Kept(scene, draft.DoesNot, line, at)).ToValueList() },
        CharterSection.Funding => new() { Funding = Lines(text).Select(line => Tie(scene, line)).Distinct().ToValueList() },
        _ => new() { Parts = [new(section, null, string.IsNullOrWhiteSpace(text) ? null : scene.Say(1, text))] },
    };

    private static List<string> Lines(string text) =>
        [.. text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines);

    private static Domain.Words Kept(Scene scene, ValueList<Domain.Words> known, string line, int at) =>
        known.FirstOrDefault(words => words.Text == line) ?? scene.Say(at + 1, line);

    /// <summary>"120 young adults in jobs | 2027-06-30", or "... by 30 June": a date that can be read is its date.</summary>
    private static Goal Goal(Scene scene, CharterText draft, string line, int at)
    {
        var (text, date) = Dated(scene, line);
        var known = draft.Goals.FirstOrDefault(goal => goal.Text.Text == text);
        return known is not null
            ? known with { By = date ?? (line.Contains(Mark, StringComparison.Ordinal) ? null : known.By) }
            : new(new($"{scene.Ask.Value}{(char)('a' + (at % 26))}{at / 26}"), scene.Say(at + 1, text), date);
    }

    private static (string Text, NodaTime.LocalDate? Date) Dated(Scene scene, string line)
    {
        foreach (var mark in (ReadOnlySpan<string>)[Mark, " by "])
        {
            var split = line.LastIndexOf(mark, StringComparison.Ordinal);
            if (split <= 0) continue;
            var read = new Dates(GrammarWords.English.Dates, scene.Alliance.DateOf(scene.Now), "").Whole(line[(split + mark.Length)..]);
            if (read?.Date is { } date) return (line[..split].Trim(), date);
        }

        return (line, null);
    }

    /// <summary>"Cedar Fund | Harbor Youth Center": who funds whom. What names nobody is nobody's, and so refused.</summary>
    private static FundingTie Tie(Scene scene, string line)
    {
        var parts = line.Split('|', 2, StringSplitOptions.TrimEntries);
        return new(Partner(scene, parts[0]), Partner(scene, parts.Length > 1 ? parts[1] : ""));
    }

    private static PartnerId Partner(Scene scene, string name) =>
        scene.Names.Find(Tokens.Key(name)).Where(static known => known.Who.Kind == SubjectKind.Partner).ToList() is [var only]
            ? new(only.Who.Id) : new("none");

    private static string Name(Scene scene, PartnerId partner) => scene.Alliance.Partners.Find(partner)?.Name.Text ?? partner.Value;
}
