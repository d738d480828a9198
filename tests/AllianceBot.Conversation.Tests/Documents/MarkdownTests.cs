using System.Text;
using AllianceBot.Cards;
using Xunit;

namespace AllianceBot.Conversation.Tests;

public sealed class MarkdownTests
{
    private const string Nasty = "# a | b [x](http://evil.example) <script>\n- item *bold* `code` \u202Egnp";

    [Fact]
    public void Whatever_is_typed_into_a_text_stays_text()
    {
        var typed = CardText.Typed(Nasty);
        var text = Written(new Markdown(typed).Heading(typed).Paragraph(typed).Quote(typed).List([typed]).Facts([(typed, typed)]).Table(typed, [typed, typed], [[typed, typed]]));
        var plain = CardText.Typed("x\ny");
        var same = Written(new Markdown(plain).Heading(plain).Paragraph(plain).Quote(plain).List([plain]).Facts([(plain, plain)]).Table(plain, [plain, plain], [[plain, plain]]));
        Assert.Equal(Bars(same), Bars(text));
        Assert.DoesNotContain("[x](", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", text, StringComparison.Ordinal);
        Assert.Equal(same.Count(static sign => sign == '\n'), text.Count(static sign => sign == '\n'));
        Assert.Contains("\\*bold\\*", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_has_its_bars_and_a_cell_is_one_line()
    {
        var text = Written(new Markdown(CardText.Markup("Report")).Table(
            CardText.Markup("Promises"), [CardText.Markup("What"), CardText.Markup("Who")], [[CardText.Typed("two\nlines"), CardText.Markup("A | B")]]));
        Assert.Equal("# Report\n\nPromises\n\n| What | Who |\n| --- | --- |\n| two lines | A \\| B |\n", text);
    }

    [Fact]
    public void A_figure_becomes_its_caption()
    {
        var text = Written(new Markdown(CardText.Markup("Report")).Figures([new(CardText.Markup("Two of six"), [CardText.Markup("1 One")], [TopicShade.Whole])]));
        Assert.Equal("# Report\n\n- Two of six\n", text);
    }

    private static string Written(Markdown text) => Encoding.UTF8.GetString(text.ToBytes());

    /// <summary>How many bars that are not escaped each line has.</summary>
    private static List<int> Bars(string text) =>
        [.. text.Split('\n').Select(static line => line.Replace("\\|", "", StringComparison.Ordinal).Count(static sign => sign == '|')).Where(static bars => bars > 0)];
}
