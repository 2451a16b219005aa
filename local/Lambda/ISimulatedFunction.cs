namespace SonicBridge.Local.Lambda;

/// <summary>A function whose code is no process here but a stand-in that does what the function would.</summary>
public interface ISimulatedFunction
{
    string Name { get; }

    /// <summary>Answers one event.</summary>
    /// <param name="qualifier">The alias or version that was asked for, or null.</param>
    Task<InvocationResult> InvokeAsync(
        string? qualifier,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    );
}
