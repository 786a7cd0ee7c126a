using Microsoft.Extensions.Options;

namespace Tmcp.AiOps.Alerts;

[OptionsValidator]
internal sealed partial class GroupingOptionsValidator : IValidateOptions<GroupingOptions>;
