using System.Text.RegularExpressions;
using AllianceBot.Cards;
using Xunit;

namespace AllianceBot.Conversation.Tests;

public sealed partial class PageTests
{
    private const string Nasty = "<script>alert(1)</script> \"quoted\" 'single' & <img src=x onerror=alert(1)> \u202Egnp.exe\u0007";

    [Fact]
    public void Whatever_is_typed_into_a_page_stays_text()
    {
        var typed = CardText.Typed(Nasty);
        var html = new Page("en", typed).Heading(typed).Paragraph(typed).Quote(typed).List([typed]).Facts([(typed, typed)])
            .Table(typed, [typed, typed], [[typed, typed]]).ToHtml();
        var plain = new Page("en", CardText.Typed("x")).Heading(CardText.Typed("x")).Paragraph(CardText.Typed("x")).Quote(CardText.Typed("x"))
            .List([CardText.Typed("x")]).Facts([(CardText.Typed("x"), CardText.Typed("x"))])
            .Table(CardText.Typed("x"), [CardText.Typed("x"), CardText.Typed("x")], [[CardText.Typed("x"), CardText.Typed("x")]]).ToHtml();
        Assert.Equal(Tags(plain), Tags(html));
        Assert.DoesNotContain("\u202E", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\u0007", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot; &#39;single&#39; &amp;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_has_a_language_a_title_one_main_heading_and_tables_with_scopes()
    {
        var html = new Page("en-GB", CardText.Markup("The record")).Heading(CardText.Markup("Figures"))
            .Table(CardText.Markup("Figures"), [CardText.Markup("Figure"), CardText.Markup("Count")], [[CardText.Markup("Kept"), CardText.Markup("3")]]).ToHtml();
        Assert.Contains("<html lang=\"en-GB\">", html, StringComparison.Ordinal);
        Assert.Contains("<title>The record</title>", html, StringComparison.Ordinal);
        Assert.Single(MainHeading().Matches(html));
        Assert.Contains("<caption>Figures</caption>", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\">Figure</th>", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Kept</th><td>3</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http://", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https://", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'=1")]
    [InlineData("\r=1", "'=1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\u00A0=1", "'\u00A0=1")]
    [InlineData("\"=1", "'\"=1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("\n=cmd|' /C calc'!A0", "'\n=cmd|' /C calc'!A0")]
    [InlineData("plain, text", "plain, text")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    [InlineData("bell\u0007", "bell")]
    public void A_cell_is_never_a_formula(string typed, string shown)
    {
        Assert.Equal(shown, Csv.Safe(typed));
        var row = System.Text.Encoding.UTF8.GetString(new Csv().Row(typed, "x").ToBytes());
        Assert.Equal($"\uFEFF\"{shown.Replace("\"", "\"\"", StringComparison.Ordinal)}\",\"x\"\r\n", row);
    }

    private static List<string> Tags(string html) => [.. Tag().Matches(html).Select(static match => match.Value)];

    [GeneratedRegex("</?[a-z0-9]+", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex("<h1>")]
    private static partial Regex MainHeading();
}
