using System.Text;
using System.Text.Json;

namespace AllianceBot.Cards.Tests;

public sealed class CardModelTests
{
    [Fact]
    public void Giving_a_name_twice_keeps_the_last_and_nothing_leaves_the_name_out()
    {
        var model = new CardModel(0) { ["a"] = 1, ["b"] = (string?)null, ["c"] = (CardModel?)null, ["d"] = (CardText?)null, ["e"] = double.NaN };
        model["a"] = "two";

        Assert.Equal(1, model.Count);
        Assert.Equal("two", model["a"]);
        Assert.Equal(CardValue.None, model["b"]);
    }

    [Fact]
    public void Names_are_found_whether_interned_or_not()
    {
        var model = new CardModel();
        for (var i = 0; i < 40; i++) model.Set(new StringBuilder("name").Append(i).ToString(), i);

        Assert.All(Enumerable.Range(0, 40), i => Assert.Equal(i, model["name" + i]));
    }

    [Fact]
    public void A_model_can_be_read_from_json_and_its_strings_are_a_person_s_text()
    {
        var model = CardModel.FromJson(JsonElement.Parse("""{ "a": "*x*", "n": 1.5, "yes": true, "list": [1, 2], "inner": { "b": "c" } }"""));

        Assert.Equal("*x*", model["a"]);
        Assert.Equal(1.5, model["n"]);
        Assert.Equal(true, model["yes"]);
        Assert.Equal(ValueKind.List, model["list"].Kind);
        Assert.Throws<ArgumentException>(() => CardModel.FromJson(JsonSerializer.SerializeToElement(5)));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(1.5, "1.5")]
    [InlineData(-2.25, "-2.25")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(123456789012345680000.0, "123456789012345680000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1.25e22, "1.25e+22")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(-1.5e-9, "-1.5e-9")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    [InlineData(double.Epsilon, "5e-324")]
    public void Numbers_have_the_digits_that_JavaScript_gives_them(double number, string expected) => Assert.Equal(expected, JsNumber.Format(number));

    [Fact]
    public void Texts_are_joined_and_compared_by_what_they_are()
    {
        var text = CardText.Join(CardText.Markup("**"), CardText.Typed("a*b"), CardText.Markup("**"));

        Assert.Equal(@"**a\*b**", text.ToMarkdown());
        Assert.Equal("**a*b**", text.ToString());
        Assert.Equal(text, CardText.Join(CardText.Markup("**"), CardText.Typed("a*b"), CardText.Markup("**")));
        Assert.NotEqual(CardText.Typed("a"), CardText.Markup("a"));
        Assert.Equal(string.Empty, default(CardText).ToMarkdown());
        Assert.Equal(string.Empty, default(CardText).ToString());
    }
}
