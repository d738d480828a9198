using System.Diagnostics;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The rules of joint stories: two organisations at least, no name in the words, each named one asked first.</summary>
public static class StoryDecider
{
    /// <summary>Working days of the alliance to say whether one wants to be named.</summary>
    public const int AnswerDays = 3;

    /// <summary>A story is short enough to open a digest with.</summary>
    public const int Letters = 600;

    /// <summary>A name shorter than this is found in too many words.</summary>
    private const int ShortestName = 4;

    private const int Fewest = 2;

    public static readonly Refusal TooFew = new("story.too-few");

    /// <summary>Facts: partner.</summary>
    public static readonly Refusal NamesSomebody = new("story.names-somebody");
    public static readonly Refusal PartnerUnknown = new("story.partner-unknown");
    public static readonly Refusal Shown = new("story.shown");
    public static readonly Refusal WhichPartner = new("story.which-partner");
    public static readonly Refusal TooMany = new("story.too-many");

    public static IReadOnlyList<string> Codes { get; } =
        [TooFew.Code, NamesSomebody.Code, PartnerUnknown.Code, Shown.Code, WhichPartner.Code, TooMany.Code, .. TextRules.Codes];

    public static Outcome Decide(Alliance alliance, StoryCommand command, CommandContext context)
    {
        if (command is TellStory tell) return Tell(alliance, tell, context);
        if (alliance.Stories.Find(command.Story) is not { } story || !May.Do(alliance, context.By, Act.SeeStory, command.Story)) return Refusal.NotYours;
        if (story.LastAsk == command.Ask) return Outcome.Nothing;
        return command switch
        {
            AnswerStory answer => Answer(alliance, story, answer, context.By),
            WithdrawStory => context.By != story.Teller ? Refusal.NotYours
                : story.Withdrawn ? Outcome.Nothing
                : story.IsWaiting ? new StoryWithdrawn(story.Id) : Shown,
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    public static Alliance Evolve(Alliance alliance, StoryEvent happened)
    {
        var before = alliance.Stories.Find(happened.Story) ?? new JointStory { Id = happened.Story };
        var after = happened switch
        {
            StoryTold told => before with { Text = told.Text, Partners = told.Partners, Teller = told.By, At = told.At, AnswerBy = told.AnswerBy },
            StoryAnswered said => before with
            {
                Voices = before.Voices.RemoveAll(voice => voice.Partner == said.Partner).Add(new(said.Partner, said.Named)),
            },
            StoryShown shown => before with { ShownAt = shown.At },
            StoryWithdrawn => before with { Withdrawn = true },
            _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
        };
        return alliance with
        {
            Stories = alliance.Stories.With(after.Id, after with { Revision = before.Revision + 1, LastAsk = happened.Ask }),
        };
    }

    /// <summary>The representatives of those who would be named are asked; what is shown is read in the digests.</summary>
    public static ValueList<Notice> Notices(Alliance before, StoryEvent happened) => happened is StoryTold told
        ? told.Partners.SelectMany(partner => (IEnumerable<PersonId>)before.RepresentativesOf(partner)).Distinct()
            .OrderBy(static person => person.Value, StringComparer.Ordinal)
            .Where(person => person != told.By)
            .Select(person => new Notice(told.Story, "story.asked", Addressee.Person(person), told.At) { MayFallBack = false }).ToValueList()
        : [];

    internal static Instant? NextDue(JointStory story) => story.IsWaiting ? story.AnswerBy : null;

    internal static Outcome Strike(JointStory story, Instant at) => NextDue(story) <= at ? new StoryShown(story.Id) : Outcome.Nothing;

    private static Outcome Tell(Alliance alliance, TellStory tell, CommandContext context)
    {
        if (!May.Do(alliance, context.By, Act.TellStory, alliance.Id)) return Refusal.NotYours;
        if (alliance.Stories.Find(tell.Story) is { } known)
        {
            return known.Teller == context.By ? Outcome.Nothing : Refusal.NotYours;
        }

        if (TextRules.Text(tell.Text, "text", Letters) is { } bad) return bad;
        var partners = tell.Partners.Distinct().OrderBy(static partner => partner.Value, StringComparer.Ordinal).ToValueList();
        if (partners.Any(partner => alliance.Partners.Find(partner) is not { Left: false })) return PartnerUnknown;
        if (partners.Count < Fewest) return TooFew;
        if (alliance.Stories.Count(static story => story.IsWaiting) >= Limits.OpenStories) return TooMany;
        foreach (var partner in alliance.Partners)
        {
            if (IsIn(partner.Name.Text, tell.Text.Text!)) return NamesSomebody.With("partner", partner.Id.Value);
        }

        // Who speaks for one of them has said with the story that it may be named, and can still say otherwise.
        var told = new StoryTold(tell.Story, tell.Text, partners, Calendars.Of(alliance).Deadline(context.At, AnswerDays));
        var own = partners.Where(partner => alliance.RepresentativesOf(partner).Contains(context.By))
            .Select(partner => (AllianceEvent)new StoryAnswered(tell.Story, partner, Named: true)).ToList();
        return new Outcome.Happened(own.Count == partners.Count ? [told, .. own, new StoryShown(tell.Story)] : [told, .. own]);
    }

    private static Outcome Answer(Alliance alliance, JointStory story, AnswerStory answer, PersonId by)
    {
        var own = StoryRights.SpeaksFor(alliance, by, story);
        if (own.Count == 0 || story.Withdrawn) return Refusal.NotYours;
        if (answer.Partner is { } named && !own.Contains(named)) return Refusal.NotYours;
        if (answer.Partner is null && own.Count > 1) return WhichPartner;
        if (!story.IsWaiting) return Shown;
        var partner = answer.Partner ?? own[0];
        if (story.Says(partner) == answer.Named) return Outcome.Nothing;
        var said = new StoryAnswered(story.Id, partner, answer.Named);
        var all = story.Partners.All(other => other == partner || story.Says(other) is not null || alliance.Partners.Find(other) is not { Left: false });
        return all ? Outcome.Of(said, new StoryShown(story.Id)) : said;
    }

    private static bool IsIn(string? name, string text) =>
        name is { Length: >= ShortestName } && text.Contains(name, StringComparison.OrdinalIgnoreCase);
}
