namespace SonicBridge.Samples.CarAvailability;

/// <summary>
/// The cars of three branches, and when each is rented out. It stands where a business has its booking system: each
/// car is away for one week out of four, beginning with another week for each.
/// </summary>
internal static class Fleet
{
    private const int DaysPerWeek = 7;
    private const int WeeksOfRound = 4;

    /// <summary>The sizes that one can ask for.</summary>
    public static IReadOnlyList<string> Sizes { get; } = ["small", "medium", "large"];

    private static readonly Dictionary<string, Car[]> s_branches = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Boston"] =
        [
            new("small", "Toyota Yaris", 39),
            new("medium", "Honda Civic", 52),
            new("medium", "Toyota Corolla", 49),
            new("large", "Chrysler Pacifica", 84),
        ],
        ["Cambridge"] = [new("small", "Fiat 500", 36), new("medium", "Mazda 3", 51)],
        ["Worcester"] = [new("medium", "Honda Civic", 47), new("large", "Ford Explorer", 79)],
    };

    /// <summary>Where there is a branch.</summary>
    public static IReadOnlyCollection<string> Branches => s_branches.Keys;

    /// <summary>The branch in a city, by the name that it has here.</summary>
    public static string? BranchIn(string? city) =>
        s_branches.Keys.FirstOrDefault(branch => branch.Equals(city?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The cars of a branch that are free on a day.</summary>
    public static IReadOnlyList<Car> FreeAt(string branch, DateOnly day) =>
        [.. s_branches[branch].Where((_, index) => (day.DayNumber / DaysPerWeek + index) % WeeksOfRound != 0)];
}
