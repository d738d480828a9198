using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using AllianceBot.Engine.Tests;
using Xunit;

namespace AllianceBot.Conversation.Tests;

public sealed class DocumentLinkTests
{
    private static readonly DocumentWish Wish = new(DocumentKind.Record, Riverbend.Harbor);

    [Fact]
    public void An_address_opens_its_document_for_half_an_hour_and_then_nothing()
    {
        var time = new PageTime();
        var links = new DocumentLinks(new("https://bot.example/alliance/"), time, new Seeded(1));
        var address = links.Link(Riverbend.Id, Riverbend.Tom, Wish, "en")!;
        Assert.StartsWith("https://bot.example/alliance/d/", address.AbsoluteUri, StringComparison.Ordinal);
        var token = address.Segments[^1];
        Assert.Equal(22, token.Length);
        Assert.Equal((Riverbend.Id, Riverbend.Tom, Wish), (links.Find(token)!.Alliance, links.Find(token)!.Reader, links.Find(token)!.Wish));
        time.Pass(DocumentLinks.Life - TimeSpan.FromSeconds(1));
        Assert.NotNull(links.Find(token));
        time.Pass(TimeSpan.FromSeconds(1));
        Assert.Null(links.Find(token));
    }

    [Fact]
    public void Each_address_is_another_and_none_can_be_made_of_a_part_or_a_change()
    {
        var links = new DocumentLinks(new("https://bot.example"), new PageTime(), new Seeded(1));
        var (one, other) = (links.Link(Riverbend.Id, Riverbend.Tom, Wish, "en")!.Segments[^1], links.Link(Riverbend.Id, Riverbend.Tom, Wish, "en")!.Segments[^1]);
        Assert.NotEqual(one, other);
        Assert.Null(links.Find(one[..^1]));
        Assert.Null(links.Find(one + "A"));
        Assert.Null(links.Find(char.IsAsciiLetterUpper(one[0]) ? char.ToLowerInvariant(one[0]) + one[1..] : "!" + one[1..]));
        Assert.Null(links.Find(""));
        Assert.NotNull(links.Find(one));
    }

    [Fact]
    public void The_token_itself_is_kept_nowhere()
    {
        var links = new DocumentLinks(new("https://bot.example"), new PageTime(), new Seeded(1));
        var token = links.Link(Riverbend.Id, Riverbend.Tom, Wish, "en")!.Segments[^1];
        var fields = typeof(DocumentLinks).GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic);
        var kept = fields.Select(field => field.GetValue(links)).OfType<System.Collections.IEnumerable>().SelectMany(static all => all.Cast<object>())
            .Select(static one => one.ToString());
        Assert.NotEmpty(kept);
        Assert.DoesNotContain(kept, one => one!.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_an_address_from_outside_there_are_no_pages() =>
        Assert.Null(new DocumentLinks(null, new PageTime(), new Seeded(1)).Link(Riverbend.Id, Riverbend.Tom, Wish, "en"));

    [Fact]
    public void Past_its_size_the_oldest_is_closed()
    {
        var links = new DocumentLinks(new("https://bot.example"), new PageTime(), new Seeded(1));
        var first = links.Link(Riverbend.Id, Riverbend.Tom, Wish, "en")!.Segments[^1];
        for (var more = 0; more < 10_000; more++) links.Link(Riverbend.Id, Riverbend.Tom, Wish, "en");
        Assert.Null(links.Find(first));
    }
}
