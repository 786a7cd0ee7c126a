interface ChartNumbersProps {
  caption: string;
  headers: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** The numbers of a chart, for those who do not see it. */
export function ChartNumbers({ caption, headers, rows }: ChartNumbersProps) {
  return (
    <table className="sr-only">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {headers.map((header) => (
            <th key={header} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...values]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, index) => (
              <td key={headers[index + 1]}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
