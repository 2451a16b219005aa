namespace SonicBridge.Steps.Configure;

/// <summary>Where a business keeps the configurations of its calls.</summary>
internal interface IConfigurationShelf
{
    /// <summary>Reads what stands under a name.</summary>
    /// <returns>JSON, or null when there is nothing.</returns>
    /// <exception cref="InvalidDataException">What stands there is too long to be read.</exception>
    Task<ReadOnlyMemory<byte>?> ReadAsync(string name, CancellationToken cancellationToken);

    /// <summary>The place of a name, as an engineer would look for it.</summary>
    string PlaceOf(string name);
}
