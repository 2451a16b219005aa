namespace SonicBridge.Local.Moto;

/// <summary>What lives in a stack and is no resource of it: instances that boot, and what moto does not make.</summary>
public interface IStackInhabitants
{
    /// <summary>The stack stands, or stands changed.</summary>
    /// <param name="template">The template's text.</param>
    /// <param name="parameters">Those that were given.</param>
    Task MoveInAsync(
        string stack,
        string template,
        IReadOnlyDictionary<string, string> parameters,
        CancellationToken cancellationToken
    );

    /// <summary>The stack is about to fall.</summary>
    /// <returns>What is left to do when it has fallen.</returns>
    Task<Func<CancellationToken, Task>> MoveOutAsync(string stack, CancellationToken cancellationToken);
}
