using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>The second opinion on digests is only worth something if it sees every number that is off by one, and every line that is another.</summary>
public sealed class DigestRecountTests
{
    private static readonly Lazy<IReadOnlyList<IReadOnlyList<AllianceEvent>>> Stories = new(static () =>
    [
        .. Enumerable.Range(1, 6).Select(static seed =>
        {
            var (chance, story) = (new Random(seed), new RandomStory());
            for (var step = 0; step < 220; step++) story.WorkStep(chance.Next());
            return story.Stream;
        }),
    ]);

    private static readonly Dictionary<string, Func<DigestIssue, DigestIssue?>> Wrong = new(StringComparer.Ordinal)
    {
        ["from a day earlier"] = static one => one with { From = one.From.PlusDays(-1) },
        ["until a day later"] = static one => one with { Until = one.Until.PlusDays(1) },
        ["quiet"] = static one => one with { Quiet = !one.Quiet },
        ["cover"] = static one => one with { Cover = Riverbend.Mei },
        ["story"] = static one => one with { Story = new("other") },
        ["a result more"] = static one => one with { ResultCount = one.ResultCount + 1 },
        ["a result's line less"] = static one => one.Results.Count == 0 ? null : one with { Results = Less(one.Results) },
        ["a need more"] = static one => one with { NeedCount = one.NeedCount + 1 },
        ["a need's line less"] = static one => one.Needs.Count == 0 ? null : one with { Needs = Less(one.Needs) },
        ["a need twice"] = static one => one.Needs.Count < 2 ? null : one with { Needs = [one.Needs[0], .. one.Needs.Take(one.Needs.Count - 1)] },
        ["a need of nobody"] = static one => one.Needs.Count == 0 ? null : one with { Needs = [new CommitmentId("nothere"), .. one.Needs.Skip(1)] },
        ["a decision less"] = static one => one.Decisions.Count == 0 ? null : one with { Decisions = Less(one.Decisions) },
        ["decisions in another order"] = static one => one.Decisions.Count < 2 ? null : one with { Decisions = one.Decisions.Reverse().ToValueList() },
        ["a number asked for less"] = static one => one.Indicators.Count == 0 ? null : one with { Indicators = Less(one.Indicators) },
        ["a number's value"] = static one => one.Progress.Count == 0 ? null : one with { Progress = [one.Progress[0] with { Value = one.Progress[0].Value + 1 }] },
        ["a number at its target"] = static one => one.Progress.Count == 0 ? null : one with { Progress = [one.Progress[0] with { Reached = !one.Progress[0].Reached }] },
        ["thanks less"] = static one => one.Thanks.Count == 0 ? null : one with { Thanks = Less(one.Thanks) },
        ["a case more"] = static one => one with { Cases = [.. one.Cases, new(1, 1, Own: true)] },
        ["a partner less"] = static one => one.Parts.Count == 0 ? null : one with { Parts = Less(one.Parts) },
        ["hours"] = static one => Part(one, static part => part with { Load = part.Load! with { Hours = part.Load.Hours + 1 } }),
        ["promises of the month"] = static one => Part(one, static part => part with { Load = part.Load! with { Count = part.Load.Count + 1 } }),
        ["not estimated"] = static one => Part(one, static part => part with { Load = part.Load! with { Unknown = part.Load.Unknown + 1 } }),
        ["budget"] = static one => Part(one, static part => part with { Load = part.Load! with { Budget = (part.Load.Budget ?? 0) + 1 } }),
        ["kept in a week"] = static one => Part(one, static part => part with { Weeks = [part.Weeks[0] with { Kept = part.Weeks[0].Kept + 1 }, .. part.Weeks.Skip(1)] }),
        ["renegotiated in a week"] = static one => Part(one, static part => part with { Weeks = [.. Less(part.Weeks), part.Weeks[^1] with { Renegotiated = part.Weeks[^1].Renegotiated + 1 }] }),
        ["a week less"] = static one => Part(one, static part => part with { Weeks = Less(part.Weeks) }),
        ["overview"] = static one => one with { Overview = one.Overview is null ? new() : null },
        ["a silent partner more"] = static one => Overview(one, static all => all with { Silent = [.. all.Silent, new(new("other"), null)] }),
        ["silent since another day"] = static one => one.Overview?.Silent.Count > 0 ? Overview(one, static all => all with { Silent = [all.Silent[0] with { Since = new(2020, 1, 1) }, .. all.Silent.Skip(1)] }) : null,
        ["an unanswered one more"] = static one => Overview(one, static all => all with { UnansweredCount = all.UnansweredCount + 1 }),
        ["an unanswered line less"] = static one => one.Overview?.Unanswered.Count > 0 ? Overview(one, static all => all with { Unanswered = Less(all.Unanswered) }) : null,
        ["share of a person"] = static one => Overview(one, static all => all with { TopPerson = (all.TopPerson ?? 0) + 1 }),
        ["share of a partner"] = static one => Overview(one, static all => all with { TopPartner = (all.TopPartner ?? 0) + 1 }),
        ["ceiling"] = static one => Overview(one, static all => all with { Ceiling = (all.Ceiling ?? 0) + 1 }),
        ["a case ending more"] = static one => Overview(one, static all => all with { CasesEnding = all.CasesEnding + 1 }),
        ["a person not reached more"] = static one => Overview(one, static all => all with { NotReached = all.NotReached + 1 }),
    };

    public static TheoryData<string> Alterations() =>
    [
        .. Wrong.Keys, .. Enum.GetNames<LedgerFigure>().Select(static figure => $"figure {figure}"),
        .. Enum.GetNames<DigestGroupKind>().SelectMany(static kind => (string[])[$"count {kind}", $"line {kind}", $"date {kind}"]), "words beside a line",
    ];

    [Theory]
    [MemberData(nameof(Alterations))]
    public void G6_A_number_that_is_off_by_one_or_a_line_that_is_another_is_seen(string what)
    {
        foreach (var stream in Stories.Value)
        {
            for (var at = 0; at < stream.Count; at++)
            {
                if (stream[at] is not DigestMade made || Altered(what, made.Issue) is not { } issue) continue;
                var recount = new DigestRecount("altered");
                recount.Read([.. stream.Take(at), made with { Issue = issue }]);
                Assert.NotEmpty(recount.Broken);
                return;
            }
        }

        Assert.Fail($"No digest to try {what} on.");
    }

    [Fact]
    public void G1_A_week_that_a_reader_has_twice_or_not_at_all_is_seen()
    {
        // An alliance with nothing but its people and the clock: a digest each week, as somebody has to be told how it stands.
        var story = new RandomStory();
        for (var step = 0; step < 60; step++) story.WorkStep(7);
        var stream = story.Stream;
        var made = stream.OfType<DigestMade>().Where(static one => one.Reader == Riverbend.Ruth).ToList();
        Assert.True(made.Count > 3, $"{made.Count} digests");
        var without = new DigestRecount("left out");
        without.Read(stream.Where(one => !ReferenceEquals(one, made[1])));
        Assert.Contains(without.Broken, static said => said.Contains("ruth has the week of", StringComparison.Ordinal));
        var twice = new DigestRecount("twice");
        twice.Read(stream.SelectMany(one => ReferenceEquals(one, made[1]) ? [one, new DigestSkipped(Riverbend.Ruth, made[1].Issue.Week, 1, WhySkipped.Outage) { At = one.At }] : new[] { one }));
        Assert.Contains(twice.Broken, static said => said.Contains("ruth has the week of", StringComparison.Ordinal));
        var full = Stories.Value[0].OfType<DigestMade>().First(static one => !one.Issue.Quiet);
        var silent = new DigestRecount("nothing to say");
        silent.Read(Stories.Value[0].Select(one => ReferenceEquals(one, full)
            ? new DigestSkipped(full.Reader, full.Issue.Week, 1, WhySkipped.NothingToSay) { At = full.At } : one));
        Assert.Contains(silent.Broken, static said => said.Contains("told nothing", StringComparison.Ordinal));
    }

    private static DigestIssue? Altered(string what, DigestIssue issue)
    {
        if (Wrong.TryGetValue(what, out var wrong)) return wrong(issue);
        if (what == "words beside a line") return Line(issue, null, static line => line with { Explained = "others" });
        var (kind, name) = (what.Split(' ')[0], what.Split(' ')[1]);
        if (kind == "figure")
        {
            var figure = Enum.Parse<LedgerFigure>(name);
            return Part(issue, part => part with { Figures = [.. part.Figures, new(figure, 1)] });
        }

        var group = Enum.Parse<DigestGroupKind>(name);
        return kind switch
        {
            "count" => Group(issue, group, static one => one with { Count = one.Count + 1 }),
            "line" => Group(issue, group, static one => one with { Lines = Less(one.Lines) }),
            _ => Line(issue, group, static line => line with { Due = line.Due.PlusDays(1) }),
        };
    }

    private static DigestIssue? Line(DigestIssue issue, DigestGroupKind? kind, Func<DigestLine, DigestLine> change) =>
        Group(issue, kind, one => one with { Lines = [change(one.Lines[0]), .. one.Lines.Skip(1)] });

    private static DigestIssue? Group(DigestIssue issue, DigestGroupKind? kind, Func<DigestGroup, DigestGroup> change)
    {
        if (!issue.Parts.Any(part => part.Groups.Any(one => kind is null || one.Kind == kind))) return null;
        return issue with
        {
            Parts = issue.Parts.Select(part => part with
            {
                Groups = part.Groups.Select(one => kind is null || one.Kind == kind ? change(one) : one).ToValueList(),
            }).ToValueList(),
        };
    }

    private static DigestIssue? Part(DigestIssue issue, Func<DigestPart, DigestPart> change) =>
        issue.Parts.Count == 0 ? null : issue with { Parts = [change(issue.Parts[0]), .. issue.Parts.Skip(1)] };

    private static DigestIssue? Overview(DigestIssue issue, Func<DigestOverview, DigestOverview> change) =>
        issue.Overview is { } overview ? issue with { Overview = change(overview) } : null;

    private static ValueList<T> Less<T>(ValueList<T> list) => list.Take(list.Count - 1).ToValueList();
}
