using System.Globalization;
using Amazon.Lambda.Core;

namespace SonicBridge.Samples.CarAvailability;

/// <summary>
/// A tool for the agent: looks up which cars of a rental are free. Any Lambda function can be one:
/// <list type="number">
/// <item>It is given <c>{"tool": …, "arguments": {…}, "contactId": …}</c>; the arguments are the model's own.</item>
/// <item>It answers with a JSON object that the model can read out, 16 KB at most. What the caller can mend, such as a
/// city without a branch, is an answer as well: an exception would tell the model nothing but that the tool failed.</item>
/// <item>Its name begins as the stack's parameter ToolFunctionPrefix says, so that the bridge may invoke it, and a
/// configuration names it, as <c>configuration/car-rental.json</c> does.</item>
/// <item>It is quick. The caller hears a short phrase after a second and a half, and an error after its time limit.</item>
/// </list>
/// </summary>
internal sealed class CarAvailabilityFunction(TimeProvider time)
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Looks up cars.</summary>
    public ToolResult LookUp(ToolRequest request, ILambdaContext context)
    {
        var wish = request.Arguments;
        if (Fleet.BranchIn(wish.Location) is not { } branch)
        {
            return Refused($"There is no branch there. There are branches in {string.Join(", ", Fleet.Branches)}.");
        }

        if (
            !DateOnly.TryParseExact(
                wish.Date,
                DateFormat,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
        {
            return Refused("The date was not understood. Pass it as YYYY-MM-DD.");
        }

        if (day < DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))
        {
            return Refused("That day is over. Ask the caller for another one.");
        }

        if (wish.Size is { Length: > 0 } size && !Fleet.Sizes.Contains(size))
        {
            return Refused($"There is no such size. There are {string.Join(", ", Fleet.Sizes)}.");
        }

        var cars = Fleet.FreeAt(branch, day).Where(car => string.IsNullOrEmpty(wish.Size) || car.Size == wish.Size);
        ToolResult result = new()
        {
            Location = branch,
            Date = wish.Date,
            Cars = [.. cars],
        };
        context.Logger.LogInformation("{count} cars are free.", result.Cars.Count);
        return result;
    }

    private static ToolResult Refused(string sentence) => new() { Error = sentence };
}
