using Microsoft.Extensions.Options;

namespace Tmcp.AiOps.Incidents;

[OptionsValidator]
internal sealed partial class IncidentOptionsValidator : IValidateOptions<IncidentOptions>;
