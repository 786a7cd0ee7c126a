using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TmcpEmulators.Facebook.Faults;
using TmcpEmulators.Facebook.Graph;
using TmcpEmulators.Facebook.Posts;

namespace TmcpEmulators.Facebook;

/// <summary>The wire format: snake_case, absent members left out.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GraphErrorBody))]
[JsonSerializable(typeof(PostIds))]
[JsonSerializable(typeof(PageDescription))]
[JsonSerializable(typeof(PostList))]
[JsonSerializable(typeof(PublicPost))]
[JsonSerializable(typeof(Success))]
[JsonSerializable(typeof(Post))]
[JsonSerializable(typeof(IReadOnlyList<Post>))]
[JsonSerializable(typeof(PostEvent))]
[JsonSerializable(typeof(FaultRequest))]
[JsonSerializable(typeof(FaultState))]
internal sealed partial class FacebookJson : JsonSerializerContext
{
    /// <summary>The context to use: text unescaped.</summary>
    public static FacebookJson Wire => Unescaped.Context;

    private static class Unescaped
    {
        public static readonly FacebookJson Context = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
