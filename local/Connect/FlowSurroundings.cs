using System.Security.Cryptography;
using SonicBridge.Local.Lambda;

namespace SonicBridge.Local.Connect;

/// <summary>What a contact flow meets in its instance: functions, modules, and chance.</summary>
/// <param name="Lambdas">Invokes the functions that the flow names.</param>
public sealed record FlowSurroundings(ILambdaInvoker Lambdas)
{
    /// <summary>Finds a module by its id or ARN; null when there is none.</summary>
    public Func<string, ContactFlow?> FindModule { get; init; } = static _ => null;

    /// <summary>Draws the number, from 1 to 100, by which DistributeByPercentage decides.</summary>
    public Func<int> Draw { get; init; } = static () => RandomNumberGenerator.GetInt32(1, 101);
}
