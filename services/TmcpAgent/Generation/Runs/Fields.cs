using Tmcp.Agent.Validation;

namespace Tmcp.Agent.Generation.Runs;

/// <summary>Fields that several bodies have.</summary>
internal static class Fields
{
    public const string DefaultLanguage = "Vietnamese";

    /// <summary>PocketBase's ids have 15.</summary>
    public const int IdCharacters = 50;

    private const int LanguageCharacters = 60;

    public static string ReadId(this BodyReader body, string field) => body.ReadText(field, otherwise: null, least: 1, IdCharacters);

    public static string ReadLanguage(this BodyReader body, string field = "language") => body.ReadText(field, DefaultLanguage, least: 1, LanguageCharacters);

    /// <summary>Whether they exist is not the form's matter: the stream says it.</summary>
    public static IReadOnlyList<string> ReadPlatforms(this BodyReader body) =>
        body.ReadTexts("platforms", otherwise: null, least: 1, most: 20, mostCharacters: 50);
}
