using Microsoft.Extensions.Options;

namespace Tmcp.AiOps.Notifications;

[OptionsValidator]
internal sealed partial class DiscordOptionsValidator : IValidateOptions<DiscordOptions>;
