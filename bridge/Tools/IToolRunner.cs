using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Tools;

/// <summary>Runs what the model asks for.</summary>
internal interface IToolRunner
{
    /// <summary>Runs a tool to its answer. It never fails: what goes wrong is an answer too.</summary>
    /// <param name="cancellationToken">The call is over: nobody waits for the answer any longer.</param>
    Task<ToolAnswer> RunAsync(SonicEvent.ToolUse use, CancellationToken cancellationToken);
}
