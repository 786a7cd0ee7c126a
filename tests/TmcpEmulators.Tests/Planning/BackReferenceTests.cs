using TmcpEmulators.Ollama.Rules.Intents;
using TmcpEmulators.Ollama.Rules.Planning;

namespace TmcpEmulators.Tests.Planning;

public sealed class BackReferenceTests
{
    private const string Created = "Created the campaign \"Spring Launch\" (id tj4ydak7g3t2z2n).";

    private const string Listed = "Found 2 campaigns:\n1. \"One\" (id democampaign001): status active\n2. \"Two\" (id democampaign002): status active";

    [Theory]
    [InlineData("Delete it", "Delete")]
    [InlineData("Show it", "Show")]
    [InlineData("Xóa nó", "Delete")]
    public void It_is_the_one_record_of_the_last_answer(string message, string action)
    {
        var intent = BackReference.Resolve(IntentReader.Read(message), [Created, Listed]);

        Assert.Equal(("tj4ydak7g3t2z2n", action), (intent.RecordId, intent.Action.ToString()));
        Assert.Equal("marketing_campaigns", intent.Word?.Collection);
    }

    [Theory]
    [InlineData("Delete it")]
    [InlineData("Xóa nó")]
    public void After_a_list_of_several_it_is_none_of_them(string message)
    {
        var intent = BackReference.Resolve(IntentReader.Read(message), [Listed, Created]);

        Assert.Null(intent.RecordId);
        Assert.Equal("marketing_campaigns", intent.Word?.Collection);
    }
}
