using System.Text.Json;
using AllianceBot.Cards;
using AllianceBot.Conversation;
using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Try.Sample;
using NodaTime;
using Xunit;

namespace AllianceBot.Tests.Try;

/// <summary>The whole sample shown to everybody: every card expands, and whoever may not see a thing gets no card of it.</summary>
public sealed class SampleShownTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 22, 0);
    private static readonly Presenter Presenter = new(CardLibrary.Load(Path.Combine(Root(), "cards")));
    private static readonly Past Past = Tell();

    [Fact]
    public void Everything_in_the_sample_has_a_card_for_everybody_who_may_see_it_and_for_nobody_else()
    {
        var (shown, hidden) = (0, 0);
        foreach (var reader in Readers())
        {
            foreach (var subject in Subjects())
            {
                var card = Presenter.Refresh(Past.Alliance, subject, "", reader, Context(reader));
                var view = View(reader, subject);
                Assert.Equal(view is not null, card is not null);
                if (card is null)
                {
                    hidden++;
                    continue;
                }

                shown++;
                Keep($"{subject.Kind}-{NameOf(subject)}-{reader}", card);
            }
        }

        Assert.True(shown > 100, $"{shown} cards shown");
        Assert.True(hidden > 10, $"{hidden} cards hidden");
    }

    [Fact]
    public void Every_list_has_a_card()
    {
        foreach (var reader in Readers())
        {
            foreach (var list in Enum.GetValues<ListKind>())
            {
                var shown = Presenter.Show(Past.Alliance, new ListShowing(list), reader, Context(reader));
                Assert.False(shown.Message.Card.IsEmpty && shown.Message.Text.Length == 0);
                Keep($"list-{list}-{reader}", shown);
            }
        }
    }

    [Fact]
    public void Every_notice_of_the_samples_past_has_words_and_a_card_for_each_it_reaches()
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var alliance = new Alliance();
        foreach (var happened in Past.Events)
        {
            var after = AllianceDecider.Evolve(alliance, happened);
            foreach (var notice in AllianceDecider.Notices(alliance, happened, after))
            {
                kinds.Add(notice.Kind);
                foreach (var person in Addressees.Resolve(after, notice))
                {
                    var reader = new PersonReader(person);
                    var card = Presenter.Present(after, notice, reader, Context(reader) with { Now = happened.At });
                    if (card is not null) Keep($"notice-{notice.Kind}-{reader}", card);
                    else Assert.False(StillWanted.Is(after, notice), $"{person} is told {notice.Kind} and has no card of {notice.Subject}");
                }
            }

            alliance = after;
        }

        Assert.True(kinds.Count > 12, string.Join(", ", kinds));
    }

    private static object? View(Reader reader, Subject subject) => subject.Kind switch
    {
        SubjectKind.Commitment => CommitmentViews.Card(Past.Alliance, reader, new(subject.Id), Now),
        SubjectKind.CheckIn => CheckInViews.Card(Past.Alliance, reader, new(subject.Id), Now),
        SubjectKind.Person => AllianceViews.Person(Past.Alliance, reader, new(subject.Id)),
        SubjectKind.Partner => AllianceViews.Partner(Past.Alliance, reader, new(subject.Id)),
        SubjectKind.Indicator => IndicatorViews.Card(Past.Alliance, reader, new(subject.Id)),
        SubjectKind.Decision => DecisionViews.Card(Past.Alliance, reader, new(subject.Id), Now),
        SubjectKind.Round => RoundViews.Card(Past.Alliance, reader, new(subject.Id), Now),
        SubjectKind.Invitation => InvitationViews.Card(Past.Alliance, reader, new(subject.Id)),
        _ => AllianceViews.Card(Past.Alliance, reader),
    };

    private static IEnumerable<Subject> Subjects() =>
    [
        Past.Alliance.Id, .. Past.Alliance.Commitments.Select(static one => (Subject)one.Id), .. Past.Alliance.CheckIns.Select(static one => (Subject)one.Id),
        .. Past.Alliance.People.Select(static one => (Subject)one.Id), .. Past.Alliance.Partners.Select(static one => (Subject)one.Id),
        .. Past.Alliance.Indicators.Select(static one => (Subject)one.Id),
        .. Past.Alliance.Rounds.Select(static one => (Subject)one.Id),
        .. Past.Alliance.Decisions.Select(static one => (Subject)one.Id), .. Past.Alliance.Invitations.Select(static one => (Subject)one.Id),
    ];

    private static IEnumerable<Reader> Readers() =>
        [.. Past.Alliance.People.Select(static person => (Reader)new PersonReader(person.Id)), new PersonReader(new("stranger")), PlaceReader.Any];

    private static PresentContext Context(Reader reader) =>
        new(Now, -1, "Zk3v9sQ1TtWm0aXyBnEc4g", reader is PersonReader person ? Past.Alliance.People.Find(person.Person)?.Name.Text : null);

    private static string NameOf(Subject subject) =>
        Past.Alliance.Commitments.Find(new(subject.Id)) is { } promise ? $"P{promise.Number}" : subject.Id;

    /// <summary>Names of people, and what they promised and said.</summary>
    private static readonly IReadOnlyList<string> Told =
    [
        .. Past.Alliance.People.Select(static person => person.Name.Text).OfType<string>(),
        .. Past.Alliance.Partners.Select(static partner => partner.Name.Text).OfType<string>(),
        .. Past.Alliance.Commitments.Select(static promise => promise.Terms.What.Text).OfType<string>(),
        .. Past.Alliance.Decisions.Select(static decision => decision.Proposal.Title.Text).OfType<string>(),
    ];

    /// <summary>Cards are JSON, and with a folder named in the environment they are kept there to be looked at.</summary>
    private static void Keep(string name, Presented shown)
    {
        if (shown.Message.Card.IsEmpty) return;
        using var parsed = JsonDocument.Parse(shown.Message.Card);
        Assert.Equal("AdaptiveCard", parsed.RootElement.GetProperty("type").GetString());
        Assert.False(string.IsNullOrWhiteSpace(shown.Message.Summary));
        // The summary is what a locked phone shows: what is going on, and nothing about whom or what.
        Assert.DoesNotContain(Told, words => shown.Message.Summary.Contains(words, StringComparison.OrdinalIgnoreCase));
        if (Environment.GetEnvironmentVariable("ALLIANCEBOT_KEEP_CARDS") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        var file = string.Concat(name.Select(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-' ? letter : '_'));
        File.WriteAllBytes(Path.Combine(folder, $"{file}.json"), shown.Message.Card.Span);
    }

    private static Past Tell()
    {
        var ids = 0;
        return Riverbend.Tell(() => $"id{++ids}", Now);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AllianceBot.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
