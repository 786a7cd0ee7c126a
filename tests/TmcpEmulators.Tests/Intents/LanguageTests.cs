using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Tests.Intents;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("create a campaign named \"Hè Rực Rỡ\"", false)]
    [InlineData("list campaigns", false)]
    [InlineData("hello", false)]
    [InlineData("tạo chiến dịch tên là \"Summer Sale\"", true)]
    [InlineData("tao chien dich ten la \"Summer Sale\" voi ngan sach 500", true)]
    [InlineData("danh sach thuong hieu", true)]
    [InlineData("xin chào", true)]
    public void Language_is_that_of_the_words_outside_of_quotes(string text, bool vietnamese) =>
        Assert.Equal(vietnamese ? Language.Vietnamese : Language.English, LanguageGuess.Guess(new Utterance(text)));

    [Fact]
    public void Decomposed_letters_are_composed()
    {
        const string decomposed = "chie\u0302\u0301n di\u0323ch a\u0323\u0302 u\u031B\u0309 o\u031B\u0309";

        Assert.Equal("chiến dịch ậ ử ở", Diacritics.Compose(decomposed));
    }

    [Fact]
    public void Folding_keeps_the_length_of_a_text()
    {
        const string text = "Đổi ngân sách của chiến dịch \"Tết\" thành 5.000.000 ₫";
        var utterance = new Utterance(text);

        Assert.Equal(text.Length, utterance.Folded.Length);
        Assert.StartsWith("doi ngan sach cua chien dich", utterance.Folded, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("say 'a b' and don't", "a b")]
    [InlineData("“một hai” ba", "một hai")]
    [InlineData("«x y»", "x y")]
    public void Quoted_parts_are_found_and_apostrophes_are_not(string text, string expected) =>
        Assert.Equal([expected], Quote.FindAll(text).Select(quote => quote.Value));
}
